// Writes samples/access.log: 2,000 requests in the combined log format with the duration in milliseconds at
// the end of each line. Seeded, so that every run writes the same bytes.
import { mkdirSync, writeFileSync } from "node:fs";

const REQUESTS = 2000;

/** Mulberry32: a small generator with 32 bits of state, good enough for sample data (Tommy Ettinger, 2017). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PATHS = [
  ...["/", "/index.html", "/about", "/search?q=rate+limits", "/search?q=caf%C3%A9", "/assets/app.css"],
  ...["/assets/app.js", "/assets/logo.svg", "/api/orders", "/api/orders/1042", "/api/orders/1043"],
  ...["/api/users/7", "/api/users/19", "/api/export", "/login", "/logout", "/favicon.ico", "/old/pricing"],
] as const;
const AGENTS = [
  "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
  "curl/8.7.1",
  "Googlebot/2.1 (+http://www.google.com/bot.html)",
  "-",
] as const;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function accessLog(): string {
  const random = generator(20240611);
  // Squaring leans on the first of a list, as busy clients and paths do.
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() ** 2 * from.length)]!;
  const addresses = Array.from({ length: 40 }, (_, i) => `203.0.113.${(i * 37 + 11) % 254}`);
  let time = Date.UTC(2024, 5, 11, 6, 25, 0);
  let log = "";
  for (let i = 0; i < REQUESTS; i++) {
    time += Math.floor(random() * 9000);
    const path = pick(PATHS);
    const method =
      path.startsWith("/api/orders") && random() < 0.3 ? "POST" : path === "/login" ? "POST" : "GET";
    const status = statusOf(path, random());
    const bytes = status === 304 || status === 204 ? "-" : String(180 + Math.floor(random() ** 3 * 90_000));
    const slow = path === "/api/export" ? 900 : path.startsWith("/search") ? 160 : 12;
    const duration = Math.round(slow * (0.4 + random() * 1.2) + (random() < 0.01 ? random() * 4000 : 0));
    const user = random() < 0.08 ? "ada" : "-";
    const referer = random() < 0.5 ? "https://example.com/" : "-";
    log += `${pick(addresses)} - ${user} [${stamp(time)}] "${method} ${path} HTTP/1.1" ${status} ${bytes} "${referer}" "${pick(AGENTS)}" ${duration}\n`;
  }
  return log;
}

function statusOf(path: string, roll: number): number {
  if (path === "/old/pricing") return 301;
  if (path === "/favicon.ico" && roll < 0.6) return 404;
  if (path.startsWith("/assets/") && roll < 0.35) return 304;
  if (roll > 0.985) return 500;
  if (roll > 0.975) return 503;
  if (roll > 0.945) return 404;
  if (path.startsWith("/api/") && roll > 0.92) return 401;
  return 200;
}

function stamp(ms: number): string {
  const at = new Date(ms);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(at.getUTCDate())}/${MONTHS[at.getUTCMonth()]}/${at.getUTCFullYear()}:${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;
}

mkdirSync("samples", { recursive: true });
writeFileSync("samples/access.log", accessLog());
