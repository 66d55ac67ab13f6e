import type { Format, Head, Reading } from "./format.ts";
import { findJsonFault } from "./json-fault.ts";
import { LineIterator } from "./line-iterator.ts";
import { MalformedInput } from "./malformed-input.ts";
import { parseJson } from "./parse-json.ts";

/** One JSON value a line; blank lines are skipped; a value that is not an object is given as it is. */
export const ndjson: Format = { name: "ndjson", recognise, read };

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

function* read(reading: Reading): Generator<unknown, undefined> {
  const { input } = reading;
  const lines = new LineIterator(reading);
  for (const line of lines) {
    let value: unknown;
    try {
      value = parseJson(line);
    } catch {
      if (line.trim() === "") continue;
      throw malformedLine(line, input, lines.number);
    }
    yield value;
  }
}

function malformedLine(line: string, input: string, number: number): MalformedInput {
  const fault = findJsonFault(line) ?? { offset: 0, expected: "a JSON value", found: "something else" };
  const found = fault.offset >= line.length ? "the end of the line" : fault.found;
  return new MalformedInput({
    input,
    line: number,
    column: fault.offset + 1,
    expected: `${fault.expected} (one JSON value a line)`,
    found,
  });
}
