import type { Range } from "../terms/verdict.ts";

/** Index the lines of a text once; then ranges (1-based lines, 0-based UTF-16 columns) by offsets. */
export function lineIndex(text: string): (start: number, end: number) => Range {
  const starts = lineStarts(text);
  return (start, end) => {
    const [first, last] = [lineAt(starts, start), lineAt(starts, end)];
    return {
      start,
      end,
      line: first + 1,
      column: start - starts[first]!,
      endLine: last + 1,
      endColumn: end - starts[last]!,
    };
  };
}

/** Where each line begins. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
