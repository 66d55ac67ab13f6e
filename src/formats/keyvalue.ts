import type { Format, Head, Reading } from "./format.ts";
import { LineIterator } from "./line-iterator.ts";
import { isLogfmtLine } from "./logfmt.ts";
import { excerpt, MalformedInput } from "./malformed-input.ts";
import { type Pairs, takePair } from "./pairs.ts";

/**
 * `key=value` pairs, as strings: a record a line with commas, semicolons, bars or tabs between them, or a pair a
 * line, as in settings, where an empty line or a key that comes again begins the next record. Which of them the
 * first line says. Lines that begin with `#` are skipped.
 */
export const keyvalue: Format = { name: "keyvalue", signs: /^(?:export )?[^\s=",;|]+=/m, recognise, read };

const SEPARATORS: readonly { readonly pattern: RegExp; readonly word: string }[] = [
  { pattern: /,/g, word: "commas" },
  { pattern: /;/g, word: "semicolons" },
  { pattern: /\|/g, word: "bars" },
  { pattern: /\t/g, word: "tabs" },
];
const A_LINE = { pattern: /$/g, word: "line ends" };
const LINES_LOOKED_AT = 50;

type Separator = (typeof SEPARATORS)[number];

function recognise({ lines }: Head): string | null {
  const looked = lines.filter(isFilled).slice(0, LINES_LOOKED_AT);
  const separator = separatorOf(looked[0] ?? "");
  const pairs = looked.map((line) => parsePairs(line, separator));
  if (looked.length < 2 || pairs.some((one) => one === null)) return null;
  if (separator !== A_LINE)
    return `its first ${looked.length} lines are key=value pairs between ${separator.word}`;
  if (!looked.every((line) => /^(?:export )?[A-Za-z_][\w.-]*=(?:$|\S)/.test(line))) return null;
  // Several pairs between spaces are not one pair with a long value; a setting may hold such a text now and then.
  if (looked.filter(isLogfmtLine).length * 2 >= looked.length) return null;
  return `its first ${looked.length} lines are one key=value each`;
}

function* read(reading: Reading): Generator<Pairs, undefined> {
  const lines = new LineIterator(reading);
  let separator: Separator | null = null;
  let waiting: Pairs = {};
  for (const line of lines) {
    if (isFilled(line)) separator ??= separatorOf(line);
    const record = isFilled(line) && separator ? parsePairs(line, separator) : {};
    if (record === null) throw malformedLine(line, reading.input, lines.number);
    if (separator && separator !== A_LINE) {
      if (isFilled(line)) yield record;
    } else if (line.trim() === "" || Object.keys(record).some((key) => key in waiting)) {
      if (Object.keys(waiting).length > 0) yield waiting;
      waiting = record;
    } else Object.assign(waiting, record);
  }
  if (Object.keys(waiting).length > 0) yield waiting;
}

function isFilled(line: string): boolean {
  return line.trim() !== "" && !line.startsWith("#");
}

/** The one that makes the most pairs of a line. */
function separatorOf(line: string): Separator {
  const counted = SEPARATORS.map((separator) => ({
    separator,
    count: Object.keys(parsePairs(line, separator) ?? {}).length,
  }));
  const best = counted.reduce((most, one) => (one.count > most.count ? one : most));
  return best.count > 1 ? best.separator : A_LINE;
}

function parsePairs(line: string, { pattern }: Separator): Pairs | null {
  const record: Pairs = {};
  const from = line.startsWith("export ") ? "export ".length : 0;
  for (let at = from; at < line.length; at++) {
    const pair = takePair(line, at, { separator: pattern, mayBeAlone: false });
    if (!pair) return null;
    record[pair.key] = pair.value;
    at = pair.end;
    pattern.lastIndex = at;
    if (at < line.length && pattern.exec(line)?.index !== at) return null;
  }
  return Object.keys(record).length === 0 ? null : record;
}

function malformedLine(line: string, input: string, number: number): MalformedInput {
  const expected = "key=value pairs (or read it with --from lines)";
  return new MalformedInput({ input, line: number, expected, found: excerpt(line) });
}
