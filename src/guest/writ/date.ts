import { DAY_NAMES, type DateParts, MONTH_NAMES, mapPattern, patternReader } from "./date-pattern.ts";
import { refuse } from "./refuse.ts";

const ISO =
  /^([+-]\d{6}|\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

const WHOLE = "YYYY-MM-DDTHH:mm:ssZ";
const NAMED: Readonly<Record<string, string>> = {
  clf: "DD/MMM/YYYY:HH:mm:ss Z",
  http: "DDD, D MMM YYYY HH:mm:ss Z",
  syslog: "MMM D HH:mm:ss",
};

type Reader = (text: string) => DateParts | null;
const readers = new Map<string, Reader>();

/** What the text itself does not say. */
interface Otherwise {
  readonly zone?: string;
  readonly year?: number;
}

/**
 * The moment that a text of one format names.
 * @throws {TypeError} naming text and format, where it is none
 */
export function parseDate(text: string | number, format = "iso", otherwise: Otherwise = {}): Date {
  const date =
    format === "unix" || format === "unix-ms"
      ? ofEpoch(text, format)
      : ofText(String(text), format, otherwise);
  if (date && !Number.isNaN(date.getTime())) return date;
  return refuse(
    "parseDate",
    `expected a date as ${format}, found ${JSON.stringify(String(text).slice(0, 60))}`,
  );
}

function ofEpoch(text: string | number, format: "unix" | "unix-ms"): Date | null {
  if (typeof text === "string" && !/^\s*-?\d+(?:\.\d+)?\s*$/.test(text)) return null;
  return new Date(Math.round(Number(text) * (format === "unix" ? 1000 : 1)));
}

function ofText(text: string, format: string, otherwise: Otherwise): Date | null {
  if (format === "iso") return ofIso(text.trim(), otherwise);
  const parts = readerOf(format)(text);
  return parts && toDate(parts, otherwise);
}

function readerOf(format: string): Reader {
  const known = readers.get(format);
  if (known) return known;
  const pattern = NAMED[format] ?? format;
  if (!/Y|D|H|h|M/.test(pattern)) {
    const names = ["iso", "unix", "unix-ms", ...Object.keys(NAMED)].join(", ");
    throw new TypeError(
      `parseDate: expected ${names} or a pattern like YYYY-MM-DD, found ${JSON.stringify(format)}`,
    );
  }
  const reader = patternReader(pattern);
  readers.set(format, reader);
  return reader;
}

function ofIso(text: string, otherwise: Otherwise): Date | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction = "", zone = ""] = match;
  const read = readerOf("MM-DD HH:mm:ss")(`${month}-${day} ${hour}:${minute}:${second}`);
  if (!read) return null;
  const offset = zone === "" ? null : offsetOf(zone);
  return toDate(
    { ...read, year: Number(year), millisecond: Number(fraction.padEnd(3, "0").slice(0, 3)), offset },
    otherwise,
  );
}

function offsetOf(zone: string): number {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  return match ? (Number(match[2]) * 60 + Number(match[3] ?? 0)) * (match[1] === "-" ? -1 : 1) : 0;
}

function toDate(parts: DateParts, { zone, year = undefined }: Otherwise): Date | null {
  const named = parts.year ?? year;
  if (named === undefined || named === null) {
    throw new TypeError(
      "parseDate: such a date names no year: give it, as in parseDate(text, format, { year: 2024 })",
    );
  }
  const { month, day, hour, minute, second, millisecond, offset } = parts;
  const utc = new Date(Date.UTC(named, month - 1, day, hour, minute, second, millisecond));
  // Date.UTC takes the years up to 99 for those of the twentieth century.
  if (named < 100) utc.setUTCFullYear(named, month - 1, day);
  if (utc.getUTCDate() !== day) return null;
  if (offset === null && zone !== undefined && zone !== "UTC") {
    const local = Temporal.PlainDateTime.from({ ...parts, year: named });
    return new Date(local.toZonedDateTime(zone).epochMilliseconds);
  }
  return new Date(utc.getTime() - (offset ?? 0) * 60_000);
}

/** A moment as a text, by the pattern that parseDate reads; in UTC, or in a time zone ("Europe/Berlin"). */
export function formatDate(date: Date | number, pattern = "iso", zone = "UTC"): string {
  const { at, offset } = inZone(date, zone);
  const two = (n: number) => String(n).padStart(2, "0");
  const month = MONTH_NAMES[at.getUTCMonth()]!;
  const day = DAY_NAMES[at.getUTCDay()]!;
  const parts: Readonly<Record<string, () => string | number>> = {
    YYYY: () => String(at.getUTCFullYear()).padStart(4, "0"),
    YY: () => two(at.getUTCFullYear() % 100),
    MMMM: () => month,
    MMM: () => month.slice(0, 3),
    MM: () => two(at.getUTCMonth() + 1),
    M: () => at.getUTCMonth() + 1,
    DDDD: () => day,
    DDD: () => day.slice(0, 3),
    DD: () => two(at.getUTCDate()),
    D: () => at.getUTCDate(),
    HH: () => two(at.getUTCHours()),
    H: () => at.getUTCHours(),
    hh: () => two(at.getUTCHours() % 12 || 12),
    h: () => at.getUTCHours() % 12 || 12,
    mm: () => two(at.getUTCMinutes()),
    ss: () => two(at.getUTCSeconds()),
    A: () => (at.getUTCHours() < 12 ? "AM" : "PM"),
    Z: () => offsetText(offset),
  };
  return mapPattern(pattern === "iso" ? WHOLE : (NAMED[pattern] ?? pattern), {
    helper: "formatDate",
    part: (name) => (name[0] === "S" ? fraction(at, name.length) : String(parts[name]!())),
    text: (text) => text,
  });
}

function fraction(at: Date, digits: number): string {
  return String(at.getUTCMilliseconds()).padStart(3, "0").padEnd(digits, "0").slice(0, digits);
}

/** A date whose UTC parts are those of the time zone, and how many minutes the zone is ahead. */
function inZone(date: Date | number, zone: string): { readonly at: Date; readonly offset: number } {
  const ms = Number(date);
  if (Number.isNaN(new Date(ms).getTime())) throw new RangeError("formatDate: the date is none");
  if (zone === "UTC") return { at: new Date(ms), offset: 0 };
  const there = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const offset = Math.round(there.offsetNanoseconds / 60e9);
  return { at: new Date(ms + offset * 60_000), offset };
}

function offsetText(minutes: number): string {
  if (minutes === 0) return "Z";
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

const STEPS_MS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** The moment at which its second, minute, hour, day, week (from Monday), month, quarter or year began, in UTC. */
export function startOf(
  date: Date | number,
  unit: keyof typeof STEPS_MS | "week" | "month" | "quarter" | "year",
): Date {
  const ms = Number(date);
  const at = new Date(ms);
  if (Number.isNaN(at.getTime())) throw new RangeError("startOf: the date is none");
  const day = STEPS_MS.day;
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  const first = (ofMonth: number) => new Date(new Date(0).setUTCFullYear(year, ofMonth, 1));
  if (unit === "year") return first(0);
  if (unit === "quarter") return first(month - (month % 3));
  if (unit === "month") return first(month);
  if (unit === "week") return new Date(Math.floor(ms / day) * day - ((at.getUTCDay() + 6) % 7) * day);
  const step = STEPS_MS[unit];
  if (step === undefined)
    throw new RangeError(`startOf: expected second, minute, …, year, found ${JSON.stringify(unit)}`);
  return new Date(Math.floor(ms / step) * step);
}
