import { createFieldPicker, type FieldPicker } from "./field-picker.ts";
import type { Format, Head, Reading } from "./format.ts";
import { findJsonFault } from "./json-fault.ts";
import { LineIterator } from "./line-iterator.ts";
import { onlyFields } from "./only-fields.ts";
import { parseJson } from "./parse-json.ts";
import { createStrayLines, type Stray, type StrayLines } from "./stray-lines.ts";

/** One JSON value a line; blank lines are skipped, with `--ragged skip` all that are none; a value that is not an object is given as it is. */
export const ndjson: Format = { name: "ndjson", picks: true, signs: /^\s*[{[]/, recognise, read };

function recognise({ lines, complete }: Head): string | null {
  const filled = lines.filter((line) => line.trim() !== "").slice(0, 20);
  const containers = filled.filter(isContainer).length;
  // A broken line among records is to be reported, not a reason to take all of them for text.
  if (filled.length === 0 || !isContainer(filled[0]!) || containers * 3 < filled.length * 2) return null;
  if (filled.length > 1) {
    const count = containers === filled.length ? "are each" : `are, but for ${filled.length - containers},`;
    return `its first ${filled.length} lines ${count} a JSON object or array`;
  }
  // One array on a line is more likely a document; one object reads the same either way.
  return filled[0]?.trimStart()[0] === "{" && !complete ? "its first line is a JSON object" : null;
}

function isContainer(line: string): boolean {
  if (!/^\s*[{[]/.test(line)) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

function read(reading: Reading) {
  return new NdjsonRecords(reading);
}

class NdjsonRecords extends Iterator<unknown, undefined, unknown> {
  readonly #lines: LineIterator;
  readonly #strays: StrayLines;
  readonly #fields: readonly string[] | undefined;
  readonly #picker: FieldPicker | null;
  readonly #orMore: boolean;
  #wholeLeft: number;

  constructor(reading: Reading) {
    super();
    this.#lines = new LineIterator(reading);
    this.#strays = createStrayLines(reading);
    this.#fields = reading.fields;
    this.#orMore = reading.orMore === true;
    this.#wholeLeft = reading.wholeFirst ?? 0;
    this.#picker = reading.fields ? createFieldPicker(reading.fields) : null;
  }

  override next(): IteratorResult<unknown, undefined> {
    const lines = this.#lines;
    while (lines.advance()) {
      const { text, from, end } = lines;
      const picked = this.#wholeLeft > 0 ? null : this.#picker?.pick(text, from, end);
      if (picked) return { done: false, value: picked };
      const value = this.#parse(text.slice(from, end));
      if (value === NONE) continue;
      this.#picker?.learn(value);
      const isWhole = this.#wholeLeft-- > 0 || !this.#fields || this.#orMore;
      return { done: false, value: isWhole ? value : onlyFields(value, this.#fields!) };
    }
    this.#strays.end();
    return { done: true, value: undefined };
  }

  #parse(line: string): unknown {
    try {
      return parseJson(line);
    } catch {
      if (line.trim() !== "") this.#strays.take(strayLine(line, this.#lines.number));
      return NONE;
    }
  }
}

const NONE = Symbol("no value on this line");

function strayLine(line: string, number: number): Stray {
  const fault = findJsonFault(line) ?? { offset: 0, expected: "a JSON value", found: "something else" };
  const found = fault.offset >= line.length ? "the end of the line" : fault.found;
  const expected = `${fault.expected} (one JSON value a line)`;
  return { line: number, column: fault.offset + 1, expected, found };
}
