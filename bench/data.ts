// Data to measure on: seeded, written once into .bench/, megabytes as asked.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";

export const FOLDER = ".bench";

/** An access log of about `megabytes`, from the sample's lines over and over. Returns its path. */
export function accessLog(megabytes: number): string {
  const block = readFileSync("samples/access.log", "utf8");
  return repeated(`access-${megabytes}.log`, megabytes, () => block);
}

/** NDJSON of about `megabytes`: the sample's requests as records, each with a running number. */
export function ndjson(megabytes: number): string {
  const pattern = /^(\S+) \S+ (\S+) \[([^\]]+)\] "(\S+) (\S+) \S+" (\d+) (\S+) "[^"]*" "([^"]*)" (\d+)$/;
  const rows = readFileSync("samples/access.log", "utf8")
    .trim()
    .split("\n")
    .map((line) => pattern.exec(line)!);
  let id = 0;
  const block = () =>
    rows
      .map(([, address, user, time, method, path, status, bytes, agent, duration]) => {
        const record = { id: id++, address, user, time, method, path, status: Number(status) };
        return `${JSON.stringify({ ...record, bytes: Number(bytes) || 0, agent, duration: Number(duration) })}\n`;
      })
      .join("");
  return repeated(`requests-${megabytes}.ndjson`, megabytes, block);
}

/** CSV of about `megabytes`: orders, every third with a quoted note, some of these over two lines. Seeded. */
export function ordersCsv(megabytes: number): string {
  const random = seeded(1);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!;
  let order = 0;
  const row = () => {
    const customer = `customer-${Math.floor(random() ** 2 * 50_000)}`;
    const date = `2025-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-15`;
    const city = pick(["Springfield", "Rivertown", "Lakeside"]);
    return `${++order},${date},${customer},${pick(COUNTRIES)},${city},${pick(NOTES)},${(random() * 900).toFixed(2)}\n`;
  };
  let begun = false;
  const block = () => {
    const head = begun ? "" : "order,date,customer,country,city,note,amount\n";
    begun = true;
    return head + Array.from({ length: 10_000 }, row).join("");
  };
  return repeated(`orders-${megabytes}.csv`, megabytes, block);
}

const COUNTRIES = ["Germany", "France", "Japan", "Brazil", "Kenya", "Canada", "India", "Norway"];
const NOTES = [
  "",
  "by post",
  "gift",
  "call first",
  '"fragile, keep upright"',
  '"says ""hello"""',
  '"ring twice,\nthen wait"',
];

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function repeated(name: string, megabytes: number, block: () => string): string {
  const path = `${FOLDER}/${name}`;
  if (existsSync(path)) return path;
  mkdirSync(FOLDER, { recursive: true });
  const file = openSync(`${path}.tmp`, "w");
  for (let written = 0; written < megabytes * 1e6; ) written += writeSync(file, block());
  closeSync(file);
  renameSync(`${path}.tmp`, path);
  return path;
}

/** What `top-values -n 1` does, as a bare script on the Node that writ itself runs on. */
export const TINY_SCRIPT = `import { readFileSync } from "node:fs";
const counts = new Map();
for (const line of readFileSync(0, "utf8").split("\\n")) if (line) counts.set(line, (counts.get(line) ?? 0) + 1);
const [value, count] = [...counts].sort((a, b) => b[1] - a[1])[0];
console.log(JSON.stringify({ value, count }));
`;
