import { codeRows } from "../code-rows.ts";
import { rowsMost, type Size } from "../frame.ts";
import type { Line } from "../line.ts";
import type { Extent } from "../viewport.ts";
import { diffRows } from "./diff-rows.ts";
import { explanationRows } from "./explanation-rows.ts";
import { allFindings, headRows, panelRows, toldRows } from "./panel.ts";
import type { ApproveQuestion, View } from "./question.ts";
import { diffOf } from "./shown-lines.ts";
import type { ApprovalState, Seen } from "./state.ts";

/** Fewer rows of code than this beside the panel, and the panel scrolls with the code instead, but for what is vital. */
const CODE_ROWS_LEAST = 5;
/** Rows under the code where it does not fit: what is not shown, and the keys. */
export const FOOT_ROWS = 2;

/** What is drawn where, whatever is being typed or looked for. */
export interface Layout extends Seen {
  readonly head: readonly Line[];
  /** What scrolls. */
  readonly body: readonly Line[];
  /** The rows of each line of what is shown; they are in the body. */
  readonly groups: readonly (readonly Line[])[];
  readonly panel: readonly Line[];
}

type Shown = Pick<ApprovalState, "question" | "view">;

const lastLayouts = new WeakMap<
  ApproveQuestion,
  { readonly size: Size; readonly view: ApprovalState["view"]; readonly layout: Layout }
>();

/** Laid out once per size: code may be long, and each key draws again. */
export function layoutOf({ question, view }: Shown, size: Size): Layout {
  const last = lastLayouts.get(question);
  const isSame = last?.size.columns === size.columns && last.size.rows === size.rows && last.view === view;
  if (last && isSame) return last.layout;
  const layout = layOut({ question, view }, size);
  lastLayouts.set(question, { size, view, layout });
  return layout;
}

function layOut({ question, view }: Shown, size: Size): Layout {
  const { columns } = size;
  const head = [...toldRows(question, columns), ...headRows(question.draft, columns, question.among)];
  const groups = groupsOf[view](question, columns);
  const code = groups.flat();
  const labelled = panelRows(question, columns);
  const panel = labelled.flatMap(({ rows }) => rows);
  const room = rowsMost(size) - FOOT_ROWS;
  const beside = room - head.length - panel.length;
  const starts = startsOf(groups);
  const rowOf = (line: number) => starts[line] ?? code.length;
  if (beside >= Math.min(code.length, CODE_ROWS_LEAST)) {
    return { head, body: code, groups, panel, extent: extentOf(code.length, beside), rowOf };
  }
  const vital = labelled.flatMap(({ isVital, rows }) => (isVital ? rows : []));
  const keepsVital = room - vital.length >= CODE_ROWS_LEAST;
  const others = keepsVital ? labelled.flatMap(({ isVital, rows }) => (isVital ? [] : rows)) : panel;
  const body = [...head, ...code, ...others];
  const fixed = keepsVital ? vital : [];
  const extent = extentOf(body.length, room - fixed.length);
  return { head: [], body, groups, panel: fixed, extent, rowOf: (line) => head.length + rowOf(line) };
}

/** What scrolls, by what is looked at. */
const groupsOf: Record<View, (question: ApproveQuestion, columns: number) => Layout["groups"]> = {
  code: (question, columns) => codeRows(question.draft.code, allFindings(question), columns),
  diff: (question, columns) => diffRows(diffOf(question), columns),
  explanation: (question, columns) => explanationRows(question, columns),
};

/** The row that each group begins on. */
function startsOf(groups: readonly (readonly Line[])[]): readonly number[] {
  let row = 0;
  return groups.map((rows) => {
    const start = row;
    row += rows.length;
    return start;
  });
}

function extentOf(total: number, room: number): Extent {
  return { total, shown: shownRows(total, room + 1) };
}

/** How many of the rows are shown in this room: where not all of them fit, one row says so. */
export function shownRows(total: number, room: number): number {
  return total <= room ? total : Math.max(1, room - 1);
}
