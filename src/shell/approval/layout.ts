import { codeRows } from "../code-rows.ts";
import { type Frame, rowsMost, type Size } from "../frame.ts";
import { keyLine } from "../key-line.ts";
import { cells, type Line, line, lineCells, span } from "../line.ts";
import { fieldRow } from "../text-field.ts";
import { type Extent, scrollStatus } from "../viewport.ts";
import { wrap } from "../wrap.ts";
import { APPROVAL_KEYS } from "./keys.ts";
import { allFindings, changedRows, headRows, panelRows } from "./panel.ts";
import type { ApprovalState, ApproveQuestion } from "./state.ts";

/** Fewer rows of code than this beside the panel, and the panel scrolls with the code instead. */
const CODE_ROWS_LEAST = 5;
/** Rows under the code where it does not fit: what is not shown, and the keys. */
const FOOT_ROWS = 2;

interface Layout {
  readonly head: readonly Line[];
  /** What scrolls. */
  readonly body: readonly Line[];
  readonly panel: readonly Line[];
  readonly extent: Extent;
}

/** The approval screen at this size: the head, the code in a viewport, the panel, the decision last. */
export function approvalFrame(state: ApprovalState, size: Size): Frame {
  const { head, body, panel, extent } = layoutOf(state.question, size);
  const top = Math.min(state.top, Math.max(0, extent.total - extent.shown));
  const status = rowsMost(size) > FOOT_ROWS ? scrollStatus(top, extent, size.columns) : null;
  const foot = footRows(state, size.columns, extent.shown < extent.total);
  const shown = body.slice(top, top + extent.shown);
  const rows = [...head, ...shown, ...(status === null ? [] : [status]), ...panel, ...foot];
  return { rows: rows.slice(-rowsMost(size)) };
}

/** How much of what scrolls is on the screen at this size. */
export function approvalExtent(question: ApproveQuestion, size: Size): Extent {
  return layoutOf(question, size).extent;
}

const lastLayouts = new WeakMap<ApproveQuestion, { readonly size: Size; readonly layout: Layout }>();

/** Laid out once per size: code may be long, and each key draws again. */
function layoutOf(question: ApproveQuestion, size: Size): Layout {
  const last = lastLayouts.get(question);
  if (last && last.size.columns === size.columns && last.size.rows === size.rows) return last.layout;
  const layout = layOut(question, size);
  lastLayouts.set(question, { size, layout });
  return layout;
}

function layOut(question: ApproveQuestion, size: Size): Layout {
  const head = [...changedRows(question, size.columns), ...headRows(question.draft, size.columns)];
  const code = codeRows(question.draft.code, allFindings(question), size.columns);
  const panel = panelRows(question, size.columns);
  const room = rowsMost(size) - FOOT_ROWS;
  const beside = room - head.length - panel.length;
  if (beside >= Math.min(code.length, CODE_ROWS_LEAST)) {
    return { head, body: code, panel, extent: extentOf(code.length, beside) };
  }
  const body = [...head, ...code, ...panel];
  return { head: [], body, panel: [], extent: extentOf(body.length, room) };
}

/** Where everything fits, the row that would say what is hidden is free too. */
function extentOf(total: number, room: number): Extent {
  return { total, shown: total <= room + 1 ? total : Math.max(1, room) };
}

/** The last rows: the keys, or the name being typed with what there is to say about it. */
function footRows(state: ApprovalState, columns: number, scrolls: boolean): readonly Line[] {
  if (state.mode.kind === "choosing") {
    const more = scrolls ? "↑ ↓ scroll" : "";
    return [keyLine(APPROVAL_KEYS, { columns, standOut: state.mode.standOut, more })];
  }
  const { field, problem } = state.mode;
  const help = problem === null ? span("Enter saves and runs, Esc goes back", "dim") : span(problem, "warn");
  const row = fieldRow(columns >= 30 ? "save as: " : "", field, columns);
  if (lineCells(row) + 3 + cells(help.text) <= columns) return [[...row, span("   "), help]];
  return [...wrap([help], { columns }), row];
}

/** What stays in the scrollback: where the code came from, all of it, what was found, what was decided. */
export function approvalRecord(state: ApprovalState, columns: number): Line[] {
  const { question, answer } = state;
  const decided =
    answer === null || answer.kind === "no"
      ? line(span("not approved: nothing ran", "warn"))
      : line(
          span(answer.kind === "yes" ? "approved: run" : `approved: run, and save as ${answer.name}`, "good"),
        );
  return [
    ...headRows(question.draft, columns),
    ...codeRows(question.draft.code, allFindings(question), columns),
    ...wrap(decided, { columns }),
  ];
}
