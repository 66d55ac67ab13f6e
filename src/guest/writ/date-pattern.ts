/** What a text says of a moment. `offset` in minutes, null where it names none. */
export interface DateParts {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly offset: number | null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
export const MONTH_NAMES = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
] as const;
export const DAY_NAMES = [
  ...["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
] as const;

/** Words in quotes or brackets, then the parts of a pattern, longest first. */
const PIECE =
  /'[^']*'|\[[A-Za-z ]+\]|YYYY|YY|MMMM|MMM|MM|M|DDDD|DDD|DD|D|HH|H|hh|h|mm|ss|S+|A|Z|T(?![a-z])|\b(?:UTC|GMT)\b|[A-Za-z]+/g;
const WORD = /^(?:['[]|T$|UTC$|GMT$)/;

/**
 * A pattern with each of its parts, and each text between them, replaced.
 * @throws {TypeError} naming `helper`, where letters are no part: `yyyy`, `ddd`, a word without quotes
 */
export function mapPattern(
  pattern: string,
  { helper, part, text }: { helper: string; part: (name: string) => string; text: (text: string) => string },
): string {
  let mapped = "";
  let at = 0;
  for (const { 0: piece, index } of pattern.matchAll(PIECE)) {
    mapped += text(pattern.slice(at, index));
    at = index + piece.length;
    if (WORD.test(piece)) mapped += text(piece.replace(/^['[]|['\]]$/g, ""));
    else if (SHAPES[partOf(piece)]) mapped += part(piece);
    else throw noPart(helper, piece, pattern);
  }
  return mapped + text(pattern.slice(at));
}

/** The row of {@link SHAPES} that a piece is of. */
function partOf(piece: string): string {
  return /^S+$/.test(piece) ? "S" : piece;
}

function noPart(helper: string, piece: string, pattern: string): TypeError {
  const parts =
    "YYYY YY MMMM (June) MMM (Jun) MM M DDDD (Monday) DDD (Mon) DD D HH H hh h mm ss SSS A Z, words in quotes ('at')";
  return new TypeError(
    `${helper}: ${JSON.stringify(piece)} in ${JSON.stringify(pattern)} is no part of a date: expected ${parts}`,
  );
}

type Group =
  | "year"
  | "short"
  | "name"
  | "month"
  | "day"
  | "hour"
  | "minute"
  | "second"
  | "fraction"
  | "half"
  | "zone";

/** What each part of a pattern looks like in a text, and what it says; null: nothing that is not said elsewhere. */
const SHAPES: Readonly<Record<string, readonly [shape: string, group: Group | null]>> = {
  YYYY: ["(\\d{4})", "year"],
  YY: ["(\\d{2})", "short"],
  MMMM: ["([a-z]{3,9})", "name"],
  MMM: ["([a-z]{3})", "name"],
  MM: ["(\\d{2})", "month"],
  M: ["(\\d{1,2})", "month"],
  DDDD: ["[a-z]{6,9}", null],
  DDD: ["[a-z]{3}", null],
  DD: ["(\\d{2})", "day"],
  D: ["(\\d{1,2})", "day"],
  HH: ["(\\d{2})", "hour"],
  H: ["(\\d{1,2})", "hour"],
  hh: ["(\\d{2})", "hour"],
  h: ["(\\d{1,2})", "hour"],
  mm: ["(\\d{2})", "minute"],
  ss: ["(\\d{2})", "second"],
  S: ["(\\d{1,9})", "fraction"],
  A: ["([ap]\\.?m\\.?)", "half"],
  Z: ["(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})", "zone"],
};

/** Reads texts of one pattern: null where a text is not of it, or names a day or time that is none. */
export function patternReader(pattern: string): (text: string) => DateParts | null {
  const groups: Group[] = [];
  const source = mapPattern(pattern, {
    helper: "parseDate",
    part(name) {
      const [shape, group] = SHAPES[partOf(name)]!;
      if (group) groups.push(group);
      return shape;
    },
    text: (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/ +/g, " +"),
  });
  const shape = new RegExp(`^${source}$`, "i");
  return (text) => {
    const match = shape.exec(text.trim());
    if (!match) return null;
    const said: Partial<Record<Group, string>> = {};
    for (let i = 0; i < groups.length; i++) said[groups[i]!] = match[i + 1]!;
    return checked(partsOf(said));
  };
}

function partsOf(said: Readonly<Partial<Record<Group, string>>>): DateParts {
  const { year, short, name, month = 1, day = 1, minute = 0, second = 0, zone, fraction = "" } = said;
  return {
    // POSIX: 69 to 99 are of the twentieth century.
    year:
      year !== undefined
        ? Number(year)
        : short === undefined
          ? null
          : Number(short) + (Number(short) < 69 ? 2000 : 1900),
    month: name === undefined ? Number(month) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1,
    day: Number(day),
    hour: hourOf(Number(said.hour ?? 0), said.half),
    minute: Number(minute),
    second: Number(second),
    millisecond: fraction === "" ? 0 : Number(fraction.padEnd(3, "0").slice(0, 3)),
    offset: zone === undefined ? null : minutesOf(zone),
  };
}

/** Of twelve hours the one of twenty-four; one that is none stays none. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return hour > 12 ? 99 : (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

function minutesOf(zone: string): number {
  const match = /([+-])(\d{2}):?(\d{2})/.exec(zone);
  return match ? (Number(match[2]) * 60 + Number(match[3])) * (match[1] === "-" ? -1 : 1) : 0;
}

/** A leap second counts as the second before it; a day that is in no month is none. */
function checked(parts: DateParts): DateParts | null {
  const { year, month, day, hour, minute, second } = parts;
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year ?? 2000, month)) return null;
  if (hour > 23 || minute > 59 || second > 60) return null;
  return { ...parts, second: Math.min(second, 59) };
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
