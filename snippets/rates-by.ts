import { num } from "writ";

/**
 * Requests by status, address or another field: how many, their share and rate, how many failed, and percentiles of the duration; most requests first.
 * Durations are rounded to three digits, so that memory does not grow with the input: a percentile is off by 0.5 % at most.
 * @param by the field to group by; one group of all requests where it is empty
 * @param of the field to take percentiles of; `duration` where it is empty
 * @param percentile which to show, up to 100: 50 is the median, 100 the greatest
 * @param at what holds the time of a request; `time` where it is empty
 * @param {integer} failed the status from which on a request has failed
 * @param {integer from 0} n how many groups to show; all where it is 0
 */
export default function* ratesBy(
  input: Input,
  { by = "", of = "", percentile = [50, 95, 99], at = "", failed = 500, n = 0 }: {
    by?: string;
    of?: string;
    percentile?: number[];
    at?: string;
    failed?: number;
    n?: number;
  },
) {
  const wrong = percentile.find((one) => !(one > 0 && one <= 100));
  if (wrong !== undefined) throw new Error(`a percentile is above 0 and up to 100, and not ${wrong}`);
  const measure = of || "duration";
  const moment = at || "time";
  const named = [by, of, at].filter((name) => name !== "");
  const groups = new Map<unknown, Group>();
  const span = { first: Infinity, last: -Infinity };
  const secondsOf = timeReader();
  let other: unknown;
  let previous: unknown;
  let total = 0;
  let hasStatus = false;

  for (const record of input.records({ fields: [...named, measure, moment, "status"], require: named })) {
    total++;
    hasStatus ||= by !== "status" && Object.hasOwn(record, "status");
    const group = groupOf(groups, by === "" ? "" : record[by]);
    group.count++;
    if (Number(record.status) >= failed) group.failed++;
    const value = record[measure];
    if (value !== undefined && value !== null && value !== "") {
      const duration = num(value, { otherwise: null });
      if (duration === null) other ??= value;
      else add(group.measured, rounded(duration));
    }
    // Many requests have the second of the one before.
    if (record[moment] !== previous) widen(span, secondsOf((previous = record[moment])));
  }

  const seconds = span.last - span.first;
  const isMeasured = [...groups.values()].some((group) => group.measured.size > 0);
  if (!isMeasured && other !== undefined) {
    throw new Error(`no value of \`${measure}\` is a number: for a unit ask for a program that reads it, as in writ "rates by ${by || "minute"}, ${measure} written as ${other}" FILE`);
  }
  const sorted = [...groups].sort(([, a], [, b]) => b.count - a.count);
  for (const [key, group] of n > 0 ? sorted.slice(0, n) : sorted) {
    yield {
      ...(by === "" ? {} : { [OWN.test(by) ? `by_${by}` : by]: key }),
      count: group.count,
      share: digits(group.count / total, 4),
      ...(seconds > 0 ? { per_second: digits(group.count / seconds, 4) } : {}),
      ...(hasStatus ? { failed: digits(group.failed / group.count, 4) } : {}),
      ...(isMeasured ? percentiles(group.measured, percentile) : {}),
    };
  }
}

const OWN = /^(?:count|share|per_second|failed|p\d.*)$/;

/** `measured`: how often each rounded value occurred. */
type Group = { count: number; failed: number; measured: Map<number, number> };

function groupOf(groups: Map<unknown, Group>, value: unknown): Group {
  const key = typeof value === "object" && value !== null ? JSON.stringify(value) : (value ?? null);
  const known = groups.get(key);
  if (known) return known;
  const group = { count: 0, failed: 0, measured: new Map<number, number>() };
  groups.set(key, group);
  return group;
}

function add(counts: Map<number, number>, value: number) {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** To three digits, without a text of it between: that takes longer than all else. */
function rounded(value: number): number {
  const size = Math.abs(value);
  if (size < 1000 && Number.isInteger(value)) return value;
  if (!(size > 1e-9 && size < 1e15)) return digits(value, 3);
  let [up, down] = [1, 1];
  while (size * up < 100) up *= 10;
  while (size / down >= 1000) down *= 10;
  return up > 1 ? Math.round(value * up) / up : Math.round(value / down) * down;
}

function digits(value: number, count: number): number {
  return Number(value.toPrecision(count));
}

/** By nearest rank: the least value that at least so many percent of the values do not exceed. */
function percentiles(measured: Map<number, number>, wanted: number[]): Record<string, number | null> {
  const sorted = [...measured].sort(([a], [b]) => a - b);
  const size = sorted.reduce((sum, [, count]) => sum + count, 0);
  const found = wanted.map((percent) => {
    let left = Math.ceil((percent * size) / 100);
    const at = sorted.find(([, count]) => (left -= count) <= 0);
    return [`p${percent}`, at?.[0] ?? null];
  });
  return Object.fromEntries(found);
}

function widen(span: { first: number; last: number }, seconds: number) {
  if (seconds < span.first) span.first = seconds;
  if (seconds > span.last) span.last = seconds;
}

/**
 * Reads the seconds of 11/Jun/2024:06:25:07 +0000, of what `Date.parse` reads, or of a number (of milliseconds from 1e11
 * on). Times that differ in minutes and seconds alone are parsed once.
 */
function timeReader(): (time: unknown) => number {
  let [hour, zone, start, length] = ["", "", NaN, -1];
  const sinceHour = (time: string) =>
    Number(time.slice(hour.length + 1, hour.length + 3)) * 60 + Number(time.slice(hour.length + 4, length - zone.length));
  return (time) => {
    if (typeof time === "number") return Math.abs(time) < 1e11 ? time : time / 1000;
    if (typeof time !== "string") return NaN;
    if (time.length === length && time.startsWith(hour) && time.endsWith(zone)) return start + sinceHour(time);
    const parts = /^(.*[T :]\d\d):[0-5]\d:[0-5]\d(?:\.\d+)?(.*)$/.exec(time);
    if (!parts) return Date.parse(time) / 1000;
    [, hour = "", zone = ""] = parts;
    length = time.length;
    start = secondsAt(hour, zone);
    return start + sinceHour(time);
  };
}

function secondsAt(hour: string, zone: string): number {
  const log = /^(\d\d)\/(\w{3})\/(\d{4}):(\d\d)$/.exec(hour);
  const whole = log ? `${log[1]} ${log[2]} ${log[3]} ${log[4]}` : hour;
  return Date.parse(`${whole}:00:00${zone}`) / 1000;
}
