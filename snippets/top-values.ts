import { field as nth } from "writ";

/**
 * The most frequent values of a field, a column, a pattern, or the words or lines of a text, with their counts.
 * @param field the field of each record whose values are counted
 * @param {integer from 0} column count the n-th white-space separated column of each line, from 1
 * @param pattern count what this regular expression finds: its first group, or all of the match
 * @param words count words, in lower case
 * @param {integer from 0} n how many values to show
 */
export default function* topValues(
  input: Input,
  { field = "", column = 0, pattern = "", words = false, n = 10 }: {
    field?: string;
    column?: number;
    pattern?: string;
    words?: boolean;
    n?: number;
  },
) {
  const values =
    field !== "" ? fieldValues(input, field)
    : column > 0 ? columnValues(input, column)
    : pattern !== "" ? matches(input, new RegExp(pattern, "gu"))
    : words ? wordsOf(input)
    : wholeLines(input);

  const counts = new Map<unknown, { value: unknown; count: number }>();
  for (const value of values) {
    const counted = counts.get(value);
    if (counted) counted.count++;
    else counts.set(value, { value, count: 1 });
  }
  yield* [...counts.values()].sort((a, b) => b.count - a.count).slice(0, n);
}

function* fieldValues(input: Input, field: string) {
  for (const record of input.records({ fields: [field], require: [field] })) {
    if (!Object.hasOwn(record, field)) continue;
    const value = record[field];
    yield typeof value === "object" && value !== null ? JSON.stringify(value) : value;
  }
}

function* columnValues(input: Input, column: number) {
  for (const line of input.lines()) {
    const value = nth(line, column);
    if (value !== "") yield value;
  }
}

function* matches(input: Input, pattern: RegExp) {
  for (const line of input.lines()) {
    for (const match of line.matchAll(pattern)) yield match[1] ?? match[0];
  }
}

function* wordsOf(input: Input) {
  for (const word of matches(input, /[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu)) yield word.toLowerCase();
}

function* wholeLines(input: Input) {
  for (const record of input.records()) {
    const fields = Object.keys(record);
    if (fields.join() !== "line") throw new Error(`say which field to count with --field: ${fields.join(", ")}`);
    yield record.line;
  }
}
