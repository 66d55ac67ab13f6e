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
  const counts = new Map<unknown, { value: unknown; count: number }>();
  const take = (value: unknown) => {
    const counted = counts.get(value);
    if (counted) counted.count++;
    else counts.set(value, { value, count: 1 });
  };
  if (field !== "") takeField(input, field, take);
  else if (column > 0) takeColumn(input, column, take);
  else if (pattern !== "") takeMatches(input, new RegExp(pattern, "gu"), take);
  else if (words) takeWords(input, take);
  else takeLines(input, take);
  yield* [...counts.values()].sort((a, b) => b.count - a.count).slice(0, n);
}

// Values are handed to a function: to yield each would take a tenth longer.
type Take = (value: unknown) => void;

function takeField(input: Input, field: string, take: Take) {
  for (const record of input.records({ fields: [field], require: [field] })) {
    if (!Object.hasOwn(record, field)) continue;
    const value = record[field];
    take(typeof value === "object" && value !== null ? JSON.stringify(value) : value);
  }
}

function takeColumn(input: Input, column: number, take: Take) {
  for (const line of input.lines()) {
    const value = nth(line, column);
    if (value !== "") take(value);
  }
}

function takeMatches(input: Input, pattern: RegExp, take: Take) {
  for (const line of input.lines()) {
    for (const match of line.matchAll(pattern)) take(match[1] ?? match[0]);
  }
}

function takeWords(input: Input, take: Take) {
  for (const line of input.lines()) {
    for (const [word] of line.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu)) take(word.toLowerCase());
  }
}

function takeLines(input: Input, take: Take) {
  for (const record of input.records()) {
    if (typeof record !== "object" || record === null) {
      take(record);
      continue;
    }
    const fields = Object.keys(record);
    if (fields.join() !== "line") throw new Error(`say which field to count with --field: ${fields.join(", ")}`);
    take(record.line);
  }
}
