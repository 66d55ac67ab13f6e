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

/** The parts of a pattern, longest first. */
export const TOKEN = /YYYY|YY|MMMM|MMM|MM|M|DDDD|DDD|DD|D|HH|H|hh|h|mm|ss|S+|A|Z/g;

/** What each part of a pattern looks like in a text. */
const SHAPES: Readonly<Record<string, string>> = {
  YYYY: "(?<year>\\d{4})",
  YY: "(?<short>\\d{2})",
  MMMM: "(?<name>[a-z]{3,9})",
  MMM: "(?<name>[a-z]{3})",
  MM: "(?<month>\\d{2})",
  M: "(?<month>\\d{1,2})",
  DDDD: "[a-z]{6,9}",
  DDD: "[a-z]{3}",
  DD: "(?<day>\\d{2})",
  D: "(?<day>\\d{1,2})",
  HH: "(?<hour>\\d{2})",
  H: "(?<hour>\\d{1,2})",
  hh: "(?<hour>\\d{2})",
  h: "(?<hour>\\d{1,2})",
  mm: "(?<minute>\\d{2})",
  ss: "(?<second>\\d{2})",
  S: "(?<fraction>\\d{1,9})",
  A: "(?<half>[ap]\\.?m\\.?)",
  Z: "(?<zone>Z|UTC|GMT|[+-]\\d{2}:?\\d{2})",
};

/** Reads texts of one pattern: null where a text is not of it, or names a day or time that is none. */
export function patternReader(pattern: string): (text: string) => DateParts | null {
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    .replace(TOKEN, (token) => SHAPES[token[0] === "S" ? "S" : token]!)
    .replace(/ +/g, " +");
  const shape = new RegExp(`^${source}$`, "i");
  return (text) => {
    const groups = shape.exec(text.trim())?.groups;
    return groups ? checked(partsOf(groups)) : null;
  };
}

function partsOf(groups: Readonly<Record<string, string | undefined>>): DateParts {
  const number = (name: string, otherwise: number) => Number(groups[name] ?? otherwise);
  const { year, short, name, half, zone, fraction = "" } = groups;
  // POSIX: 69 to 99 are of the twentieth century.
  const ofShort = short === undefined ? null : Number(short) + (Number(short) < 69 ? 2000 : 1900);
  const hour = number("hour", 0);
  const isAfternoon = half?.toLowerCase().startsWith("p");
  return {
    year: year === undefined ? ofShort : Number(year),
    month: name === undefined ? number("month", 1) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1,
    day: number("day", 1),
    hour: half === undefined ? hour : hour > 12 ? 99 : (hour % 12) + (isAfternoon ? 12 : 0),
    minute: number("minute", 0),
    second: number("second", 0),
    millisecond: Number(fraction.padEnd(3, "0").slice(0, 3)),
    offset: zone === undefined ? null : minutesOf(zone),
  };
}

function minutesOf(zone: string): number {
  const match = /([+-])(\d{2}):?(\d{2})/.exec(zone);
  return match ? (Number(match[2]) * 60 + Number(match[3])) * (match[1] === "-" ? -1 : 1) : 0;
}

/** A leap second counts as the second before it; a day that is in no month is none. */
function checked(parts: DateParts): DateParts | null {
  const { year, month, day, hour, minute, second } = parts;
  const daysOfMonth = new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > daysOfMonth) return null;
  if (hour > 23 || minute > 59 || second > 60) return null;
  return { ...parts, second: Math.min(second, 59) };
}
