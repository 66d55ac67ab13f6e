import type { DiffLine } from "../diff-lines.ts";
import { cells, type Line, line, span, type Tone } from "../line.ts";
import { wrap } from "../wrap.ts";

const LOOKS: Record<DiffLine["kind"], { readonly sign: string; readonly tone: Tone | null }> = {
  same: { sign: " ", tone: "dim" },
  added: { sign: "+", tone: "good" },
  removed: { sign: "-", tone: "bad" },
  "left-out": { sign: "⋯", tone: "dim" },
};

/** A difference with line numbers, by signs and tones: the rows of each of its lines. */
export function diffRows(diff: readonly DiffLine[], columns: number): readonly (readonly Line[])[] {
  const digits = String(Math.max(1, ...diff.map(({ number }) => number ?? 0))).length;
  return diff.map(({ kind, text, number }) => {
    const { sign, tone } = LOOKS[kind];
    const gutter = `${String(number ?? "").padStart(digits)} │ `;
    const shown = line(span(gutter, "dim"), span(`${sign} ${text.replaceAll("\t", "  ")}`, tone));
    return wrap(shown, { columns, hang: cells(gutter) + 2, breakAt: "anywhere" });
  });
}
