import { diffLines } from "diff";

/** One line of a difference. `number` is its line in the new text, or in the old one where it was removed. */
export interface DiffLine {
  readonly kind: "same" | "added" | "removed" | "left-out";
  readonly text: string;
  readonly number: number | null;
}

/** Unchanged lines shown on each side of a change. */
const CONTEXT_LINES = 3;
/** Two texts that have nothing in common could take long to compare. */
const COMPARE_MS_MOST = 100;

/** How one text differs from another, line by line; long runs of unchanged lines are left out, and counted. */
export function diffLinesOf(before: string, after: string): readonly DiffLine[] {
  const [from, to] = [ended(before), ended(after)];
  const parts = diffLines(from, to, { timeout: COMPARE_MS_MOST }) ?? [
    { value: from, removed: true, added: false },
    { value: to, removed: false, added: true },
  ];
  const next = { before: 1, after: 1 };
  const all = parts.flatMap(({ value, added, removed }): DiffLine[] =>
    value
      .replace(/\n$/, "")
      .split("\n")
      .map((text) => {
        if (removed) return { kind: "removed", text, number: next.before++ };
        if (!added) next.before++;
        return { kind: added ? "added" : "same", text, number: next.after++ };
      }),
  );
  return withoutFarLines(all);
}

/** How many lines were added and removed: `3 lines added, 1 removed`. */
export function diffSummary(diff: readonly DiffLine[]): string {
  const count = (kind: DiffLine["kind"]) => diff.filter((one) => one.kind === kind).length;
  const [added, removed] = [count("added"), count("removed")];
  if (added === 0 && removed === 0) return "no line differs";
  return `${added} ${added === 1 ? "line" : "lines"} added, ${removed} removed`;
}

function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

function withoutFarLines(all: readonly DiffLine[]): readonly DiffLine[] {
  const isNear = new Uint8Array(all.length);
  all.forEach(({ kind }, index) => {
    if (kind !== "same") isNear.fill(1, Math.max(0, index - CONTEXT_LINES), index + CONTEXT_LINES + 1);
  });
  const lines: DiffLine[] = [];
  for (let index = 0; index < all.length; ) {
    const next = isNear[index] ? index + 1 : nextNear(isNear, index);
    const run = next - index;
    if (run <= 1) lines.push(all[index]!);
    else lines.push({ kind: "left-out", text: `${run} lines are the same`, number: null });
    index = next;
  }
  return lines;
}

function nextNear(isNear: Uint8Array, from: number): number {
  const next = isNear.indexOf(1, from);
  return next === -1 ? isNear.length : next;
}
