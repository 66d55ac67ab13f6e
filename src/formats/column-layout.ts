/** How the rows of a table in columns are cut. */
export interface ColumnLayout {
  readonly names: readonly string[];
  readonly cells: (line: string) => readonly string[];
  /** The lines that are rows. */
  readonly rows: readonly string[];
  /** Whether nothing but such a table looks like this, and why, in words. */
  readonly isSure: boolean;
  readonly why: string;
}

const LISTED = /^[-dlbcpsDC][-rwxsStTl]{9}[.+@]? +\d+ /;
const TOTAL = /^total \S+$/;
const LIST_NAMES = ["mode", "links", "owner", "group", "size", "time", "name"];
const LIST_ROW =
  /^(\S+) +(\d+) +(\S+) +(\S+) +(\d+(?:, +\d+)?|[\d.,]+[KMGTP]?) +((?:\S+ +\d+|\d+ +\S+|\d{4}-\d\d-\d\d) +[\d:.]+(?: [+-]\d{4})?) (.*)$/;

/** Whether the first line may name columns, or list a file: a look that costs little, and is no before much else is. */
export function mayHaveColumns(first: string): boolean {
  if (LISTED.test(first) || TOTAL.test(first)) return true;
  const words = first.trim().split(/\s+/);
  return words.length > 2 && words.every((word) => /^[A-Z\d%#_:./()+-]/.test(word) || SMALL.has(word));
}

/** Decide by the first line (empty: there is no header) and the rows after it. */
export function layoutOf(lines: readonly string[]): ColumnLayout {
  const [first = "", ...rest] = lines;
  const listed = lines.filter((line) => line !== "" && !TOTAL.test(line));
  if (listed.length > 0 && listed.every((line) => LISTED.test(line))) return listing(listed);
  if (first.trim() === "")
    return byWords(
      rest[0]
        ?.trim()
        .split(/\s+/)
        .map((_, i) => `c${i + 1}`) ?? [],
      rest,
    );
  return byGaps(first, rest) ?? byWords(joinLast(wordNames(first, rest), rest), rest, / {2}\S/.test(first));
}

function listing(rows: readonly string[]): ColumnLayout {
  const cells = (line: string) => LIST_ROW.exec(line)?.slice(1) ?? [line];
  return { names: LIST_NAMES, cells, rows, isSure: true, why: "its lines are those of ls -l" };
}

/** Columns that begin where their names do: at least two spaces before each name, and one in every row. */
function byGaps(header: string, rows: readonly string[]): ColumnLayout | null {
  const found = [...header.matchAll(/\S+(?: \S+)*/g)];
  const starts = found.map(({ index }) => index);
  if (found.length < 2 || starts[0] !== 0) return null;
  if (!rows.every((row) => starts.every((at) => at === 0 || row.length < at || row[at - 1] === " ")))
    return null;
  // Right-aligned cells stand before their names: then one begins in the middle of its column.
  const isLeft = rows.every((row) =>
    starts.every((at) => row.length <= at || row[at] !== " " || isBlank(row, at, starts)),
  );
  if (!isLeft) return null;
  const cells = (line: string) =>
    starts.map((at, i) => line.slice(at, i + 1 < starts.length ? starts[i + 1] : undefined).trim());
  // Then a name has swallowed its neighbour, or the cells are not aligned at all.
  if (rows.some((row) => cells(row).some((cell) => cell.includes("  ")))) return null;
  const names = found.map(([name]) => name);
  return { names, cells, rows, isSure: names.length > 2 && names.every(isTitle), why: whyOf(names) };
}

function isBlank(row: string, at: number, starts: readonly number[]): boolean {
  const next = starts.find((start) => start > at) ?? row.length;
  return row.slice(at, next).trim() === "";
}

/** Columns of words, the last of which takes the rest. */
function byWords(names: readonly string[], rows: readonly string[], isAligned = false): ColumnLayout {
  const cut = new RegExp(`^\\s*${"(\\S+)\\s+".repeat(Math.max(0, names.length - 1))}(.*?)\\s*$`);
  const cells = (line: string) => cut.exec(line)?.slice(1) ?? line.trim().split(/\s+/);
  const isSure = isAligned && names.length > 2 && names.every(isTitle) && rows.every((row) => cut.test(row));
  return { names, cells, rows, isSure, why: whyOf(names) };
}

/** The words of the header; a first column without a name, as `free` has it, is c1. */
function wordNames(header: string, rows: readonly string[]): readonly string[] {
  const names = header.trim().split(/\s+/);
  const isNameless = /^\s{4}/.test(header) && rows.length > 0 && rows.every((row) => /^\S/.test(row));
  return isNameless ? ["c1", ...names] : names;
}

/** `Mounted on` is one name: where every row has a word less than the header, the last two are. */
function joinLast(names: readonly string[], rows: readonly string[]): readonly string[] {
  const least = Math.min(...rows.map((row) => row.trim().split(/\s+/).length));
  if (rows.length === 0 || least !== names.length - 1 || !/^[a-z]/.test(names.at(-1)!)) return names;
  return [...names.slice(0, -2), names.slice(-2).join(" ")];
}

/** Names in capitals, as programs write them, and those of `df` and `free`. */
function isTitle(name: string): boolean {
  return /^[A-Z%#][A-Z\d%#_:./()+ -]*$/.test(name) || KNOWN.has(name);
}

// Words of known names that begin small.
const SMALL = new Set(["on", "total", "used", "free", "shared", "buff/cache", "available"]);

const KNOWN = new Set([
  ...[
    "Filesystem",
    "Size",
    "Used",
    "Avail",
    "Available",
    "Use%",
    "Mounted on",
    "1K-blocks",
    "1M-blocks",
    "Type",
  ],
  ...["Inodes", "IUsed", "IFree", "IUse%", "Capacity", "1024-blocks", "512-blocks"],
  ...["c1", "total", "used", "free", "shared", "buff/cache", "available"],
]);

function whyOf(names: readonly string[]): string {
  return `its first line names ${names.length} columns (${names.slice(0, 3).join(", ")}, …), and the rows stand in them`;
}
