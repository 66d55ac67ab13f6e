import { refuse } from "./refuse.ts";

const UNITS_MS: Readonly<Record<string, number>> = {
  ...{ w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 },
  ...{ us: 1e-3, µs: 1e-3, μs: 1e-3, ns: 1e-6 },
};
const WORDS: Readonly<Record<string, string>> = {
  ...{ week: "w", weeks: "w", day: "d", days: "d", hour: "h", hours: "h", hr: "h", hrs: "h" },
  ...{ minute: "m", minutes: "m", min: "m", mins: "m", second: "s", seconds: "s", sec: "s", secs: "s" },
  ...{ millisecond: "ms", milliseconds: "ms", msec: "ms" },
};
const PART = /(\d+(?:\.\d*)?|\.\d+)\s*([a-zµμ]+)\s*,?\s*/giy;
const CLOCK = /^(?:(\d+):)?(\d+):(\d{1,2}(?:\.\d+)?)$/;
const ISO =
  /^P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/**
 * A duration in milliseconds: "1h30m", "250ms", "2 days", "01:02:03.5", "PT1H30M"; a leading minus for a negative one.
 * @throws {TypeError} naming the text; also for one without a unit
 */
export function duration(text: string): number {
  const trimmed = text.trim();
  const sign = trimmed.startsWith("-") ? -1 : 1;
  const ms = millisecondsOf(trimmed.replace(/^[+-]/, ""));
  if (ms === null) {
    return refuse(
      "duration",
      `expected one like 1h30m, 250ms or 01:02:03, found ${JSON.stringify(text.slice(0, 60))}`,
    );
  }
  return sign * ms;
}

function millisecondsOf(text: string): number | null {
  const clock = CLOCK.exec(text);
  if (clock) return (Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) * 1000;
  const iso = /\d/.test(text) ? ISO.exec(text) : null;
  if (iso)
    return ["w", "d", "h", "m", "s"].reduce(
      (ms, unit, i) => ms + Number(iso[i + 1] ?? 0) * UNITS_MS[unit]!,
      0,
    );
  let ms: number | null = null;
  let at = 0;
  while (at < text.length) {
    PART.lastIndex = at;
    const part = PART.exec(text);
    const unit = part && UNITS_MS[WORDS[part[2]!.toLowerCase()] ?? part[2]!];
    if (!part || unit === undefined || unit === null) return null;
    ms = (ms ?? 0) + Number(part[1]) * unit;
    at = PART.lastIndex;
  }
  return ms;
}

/** Milliseconds as "1h 2m 3s", the two or three greatest units; below a second "250ms". */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms)) return String(ms);
  if (ms < 0) return `-${formatDuration(-ms)}`;
  if (ms < 1000) return `${Number(ms.toPrecision(3))}ms`;
  if (ms < 60_000) return `${Math.round(ms / 10) / 100}s`;
  let left = Math.round(ms / 1000) * 1000;
  const parts = ["d", "h", "m", "s"].map((unit) => {
    const count = Math.floor(left / UNITS_MS[unit]!);
    left -= count * UNITS_MS[unit]!;
    return count === 0 ? "" : `${count}${unit}`;
  });
  return parts.filter((part) => part !== "").join(" ");
}
