import type { Highlight } from "../../terms/highlight.ts";
import { colouredRows } from "../code-rows.ts";
import { type Frame, rowsMost, type Size } from "../frame.ts";
import type { Line } from "../line.ts";
import { markText } from "../mark-text.ts";
import { scrollStatus } from "../viewport.ts";
import { footRows } from "./foot.ts";
import { FOOT_ROWS, type Layout, layoutOf, shownRows } from "./lay-out.ts";
import type { ApprovalState, Matching, Seen } from "./state.ts";

/** The approval screen at this size: the head, the code in a viewport, the panel, the decision last. */
export function approvalFrame(state: ApprovalState, size: Size, highlight: Highlight | null = null): Frame {
  const { question, view, mode } = state;
  const layout = layoutOf(state, size);
  const { head, panel, extent } = layout;
  const foot = footRows(state, size, extent.shown < extent.total);
  const shown = shownRows(extent.total, rowsMost(size) - head.length - panel.length - foot.length);
  const top = Math.min(state.top, Math.max(0, extent.total - shown));
  const status = rowsMost(size) > FOOT_ROWS ? scrollStatus(top, { ...extent, shown }, size.columns) : null;
  const colours =
    view === "code" && highlight !== null
      ? { code: question.draft.code, columns: size.columns, highlight }
      : null;
  const body = bodyRows(layout, { top, shown }, colours);
  const code = mode.kind === "matching" ? marked(body, mode, top, layout) : body;
  const rows = [...head, ...code, ...(status === null ? [] : [status]), ...panel, ...foot];
  return { rows: rows.slice(-rowsMost(size)) };
}

/** The viewport as {@link approvalFrame} draws it at this size. */
export function approvalSeen(state: Pick<ApprovalState, "question" | "view">, size: Size): Seen {
  return layoutOf(state, size);
}

/** The rows of the body that are shown. Only they are coloured. */
function bodyRows(
  { body, groups, rowOf }: Layout,
  { top, shown }: { top: number; shown: number },
  colours: Parameters<typeof colouredRows>[2] | null,
): readonly Line[] {
  const rows = body.slice(top, top + shown);
  if (colours === null) return rows;
  const from = Math.max(
    0,
    groups.findIndex((_, line) => rowOf(line + 1) > top),
  );
  const after = groups.findIndex((_, line) => rowOf(line) >= top + shown);
  const lines = { from, to: after === -1 ? groups.length : after };
  const coloured = colouredRows(groups.slice(lines.from, lines.to), lines, colours).flat();
  const first = rowOf(from);
  return rows.map((row, index) => coloured[top + index - first] ?? row);
}

/** Every match is marked, the one that was gone to stands out. */
function marked(
  rows: readonly Line[],
  mode: Matching,
  top: number,
  { groups, rowOf }: Layout,
): readonly Line[] {
  const line = mode.lines[mode.at]!;
  const end = rowOf(groups.length);
  return rows.map((row, index) => {
    const at = top + index;
    if (at < rowOf(0) || at >= end) return row;
    return markText(row, mode.query, at >= rowOf(line) && at < rowOf(line + 1) ? "standout" : "strong");
  });
}
