import { formatBytes } from "../terms/limit.ts";
import { columnNames } from "./column-names.ts";
import type { Reading } from "./format.ts";
import { LineIterator } from "./line-iterator.ts";
import { MalformedInput } from "./malformed-input.ts";
import { onlyFields } from "./only-fields.ts";
import { createRaggedRows, type RaggedRows } from "./ragged-rows.ts";

/**
 * The cells of the row that begins with `line` (raw: it may end in a carriage return) and may go on in `lines`. A cell
 * that is not `wanted` may be given as "".
 */
export type SplitRow = (line: string, lines: LineIterator, wanted: Wanted) => readonly string[];

/** How lines are split, by the first of them; null where that says it and is no row: the next is asked about then. */
export type ChooseSplit = (line: string, input: string) => SplitRow | null;

/** Which columns are looked at; null: all. */
export type Wanted = readonly boolean[] | null;

/**
 * Rows of cells to records of strings, named by the first row, or `c1`, `c2`, … where `header` is false.
 * `choose` decides by the first line how lines are split. Blank lines are skipped, except where there is only
 * one column.
 * @throws {MalformedInput} a row with more or fewer cells than the first, rows that end in a carriage return alone
 */
export function readSeparated(reading: Reading, choose: ChooseSplit) {
  return new SeparatedRecords(reading, choose);
}

class SeparatedRecords extends Iterator<Record<string, string>, undefined, unknown> {
  readonly #reading: Reading;
  readonly #choose: ChooseSplit;
  readonly #lines: LineIterator;
  readonly #ragged: RaggedRows;
  #split: SplitRow | null = null;
  #names: readonly string[] | null = null;
  #columns: readonly Column[] = [];
  #wanted: Wanted = null;
  #wholeLeft: number;

  constructor(reading: Reading, choose: ChooseSplit) {
    super();
    this.#reading = reading;
    this.#choose = choose;
    this.#lines = new LineIterator(reading);
    this.#ragged = createRaggedRows(reading);
    this.#wholeLeft = reading.wholeFirst ?? 0;
  }

  override next(): IteratorResult<Record<string, string>, undefined> {
    const lines = this.#lines;
    for (let line = lines.readRaw(); line !== null; line = lines.readRaw()) {
      const record = this.#record(line, lines.number);
      if (record !== null) return { done: false, value: record };
    }
    this.#ragged.end();
    return { done: true, value: undefined };
  }

  #record(line: string, number: number): Record<string, string> | null {
    if (withoutReturn(line) === "" && this.#names?.length !== 1) return null;
    this.#split ??= this.#begin(withoutReturn(line), number);
    if (this.#split === null) return null;
    const cells = this.#split(line, this.#lines, this.#wanted);
    if (this.#names === null && this.#head(cells, number)) return null;
    const names = this.#names!;
    const isWhole = this.#wholeLeft > 0;
    const record =
      cells.length === names.length
        ? toRecord(this.#columns, cells)
        : this.#ragged.take(names, cells, number);
    if (isWhole && --this.#wholeLeft === 0) this.#narrow(names);
    const { fields } = this.#reading;
    if (!record || !fields || isWhole || cells.length === names.length) return record;
    return onlyFields(record, fields) as Record<string, string>;
  }

  #begin(line: string, number: number): SplitRow | null {
    const { input } = this.#reading;
    if (line.includes("\r") && line.replace(QUOTED, "").includes("\r")) throw loneReturns(input, number);
    return this.#choose(line, input);
  }

  /** Take the names from the first row; false where it is data. */
  #head(cells: readonly string[], number: number): boolean {
    const { header, input, hint } = this.#reading;
    const names = header
      ? columnNames(cells, { input, line: number, hint })
      : cells.map((_, i) => `c${i + 1}`);
    this.#names = names;
    this.#columns = names.map((name, index) => ({ name, index }));
    if (this.#wholeLeft === 0) this.#narrow(names);
    return header;
  }

  /** Take no more columns than are asked for. */
  #narrow(names: readonly string[]): void {
    const { fields, ragged } = this.#reading;
    if (!fields) return;
    const wanted = fields.filter((name) => names.includes(name));
    this.#columns = wanted.map((name) => ({ name, index: names.indexOf(name) }));
    // Where rows are filled up, all cells of a ragged one count.
    if (ragged !== "fill") this.#wanted = names.map((name) => fields.includes(name));
  }
}

const QUOTED = /"[^"]*(?:"|$)|'[^']*(?:'|$)/g;

function loneReturns(input: string, line: number): MalformedInput {
  const file = /^[\w./-]+$/.test(input) && input !== "stdin" ? ` < ${input}` : "";
  const found = `a carriage return alone, as old Macs write them (make them newlines: tr '\\r' '\\n'${file} | writ …)`;
  return new MalformedInput({ input, line, expected: "rows that end in a newline", found });
}

/** A line without the carriage return of CRLF. */
export function withoutReturn(line: string): string {
  return line.charCodeAt(line.length - 1) === 13 ? line.slice(0, -1) : line;
}

/** Cells that grew over several lines may not hold more than a line may. */
export function checkCellSize(text: string, input: string, line: number, charactersMost: number): void {
  if (text.length <= charactersMost) return;
  const expected = `a closing quote within ${formatBytes(charactersMost)}`;
  throw new MalformedInput({ input, line, expected, found: "none (the quote opens on this line)" });
}

interface Column {
  readonly name: string;
  readonly index: number;
}

function toRecord(columns: readonly Column[], cells: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (const { name, index } of columns) record[name] = cells[index]!;
  return record;
}

/** The cells between separators; "" for those that are not wanted. */
export function splitPlain(line: string, separator: string, wanted: Wanted): readonly string[] {
  const row = withoutReturn(line);
  if (wanted === null) return row.split(separator);
  const cells: string[] = [];
  let at = 0;
  for (let end = row.indexOf(separator); end !== -1; end = row.indexOf(separator, at)) {
    cells.push(wanted[cells.length] ? row.slice(at, end) : "");
    at = end + 1;
  }
  cells.push(wanted[cells.length] ? row.slice(at) : "");
  return cells;
}
