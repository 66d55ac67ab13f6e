import { codeRows } from "../code-rows.ts";
import { type Frame, rowsMost, type Size } from "../frame.ts";
import { keyLine } from "../key-line.ts";
import { cells, type Line, line, lineCells, span } from "../line.ts";
import { markText } from "../mark-text.ts";
import { fieldRow } from "../text-field.ts";
import { scrollStatus } from "../viewport.ts";
import { wrap } from "../wrap.ts";
import { diffRows } from "./diff-rows.ts";
import { listedKeys, MATCH_KEYS } from "./keys.ts";
import { allFindings, headRows, panelRows, toldRows } from "./panel.ts";
import { diffOf } from "./shown-lines.ts";
import type { ApprovalState, ApproveQuestion, Matching, Seen, Typing } from "./state.ts";

/** Fewer rows of code than this beside the panel, and the panel scrolls with the code instead. */
const CODE_ROWS_LEAST = 5;
/** Rows under the code where it does not fit: what is not shown, and the keys. */
const FOOT_ROWS = 2;

/** What moves the viewport, beside the keys that decide. */
const MORE = "↑↓ move · / find";

interface Layout extends Seen {
  readonly head: readonly Line[];
  /** What scrolls. */
  readonly body: readonly Line[];
  readonly panel: readonly Line[];
}

/** The approval screen at this size: the head, the code in a viewport, the panel, the decision last. */
export function approvalFrame(state: ApprovalState, size: Size): Frame {
  const { head, body, panel, extent, rowOf } = layoutOf(state, size);
  const foot = footRows(state, size.columns, extent.shown < extent.total);
  const shown = shownRows(extent.total, rowsMost(size) - head.length - panel.length - foot.length);
  const top = Math.min(state.top, Math.max(0, extent.total - shown));
  const status = rowsMost(size) > FOOT_ROWS ? scrollStatus(top, { ...extent, shown }, size.columns) : null;
  const seen = body.slice(top, top + shown);
  const code = state.mode.kind === "matching" ? marked(seen, state.mode, top, rowOf) : seen;
  const rows = [...head, ...code, ...(status === null ? [] : [status]), ...panel, ...foot];
  return { rows: rows.slice(-rowsMost(size)) };
}

/** The viewport as {@link approvalFrame} draws it at this size. */
export function approvalSeen(state: Pick<ApprovalState, "question" | "view">, size: Size): Seen {
  return layoutOf(state, size);
}

type Shown = Pick<ApprovalState, "question" | "view">;
const lastLayouts = new WeakMap<
  ApproveQuestion,
  { readonly size: Size; readonly view: ApprovalState["view"]; readonly layout: Layout }
>();

/** Laid out once per size: code may be long, and each key draws again. */
function layoutOf({ question, view }: Shown, size: Size): Layout {
  const last = lastLayouts.get(question);
  const isSame = last?.size.columns === size.columns && last.size.rows === size.rows && last.view === view;
  if (last && isSame) return last.layout;
  const layout = layOut({ question, view }, size);
  lastLayouts.set(question, { size, view, layout });
  return layout;
}

function layOut({ question, view }: Shown, size: Size): Layout {
  const { columns } = size;
  const head = [...toldRows(question, columns), ...headRows(question.draft, columns)];
  const groups =
    view === "diff"
      ? diffRows(diffOf(question), columns)
      : codeRows(question.draft.code, allFindings(question), columns);
  const code = groups.flat();
  const panel = panelRows(question, columns);
  const room = rowsMost(size) - FOOT_ROWS;
  const beside = room - head.length - panel.length;
  const starts = startsOf(groups);
  if (beside >= Math.min(code.length, CODE_ROWS_LEAST)) {
    const extent = extentOf(code.length, beside);
    return { head, body: code, panel, extent, rowOf: (index) => starts[index] ?? 0 };
  }
  const body = [...head, ...code, ...panel];
  const rowOf = (index: number) => head.length + (starts[index] ?? 0);
  return { head: [], body, panel: [], extent: extentOf(body.length, room), rowOf };
}

/** The row that each group begins on. */
function startsOf(groups: readonly (readonly Line[])[]): readonly number[] {
  let row = 0;
  return groups.map((rows) => {
    const start = row;
    row += rows.length;
    return start;
  });
}

function extentOf(total: number, room: number): Layout["extent"] {
  return { total, shown: shownRows(total, room + 1) };
}

/** Where not everything fits, a row says what is hidden. */
function shownRows(total: number, room: number): number {
  return total <= room ? total : Math.max(1, room - 1);
}

/** Every match is marked, the one that was gone to stands out. */
function marked(
  rows: readonly Line[],
  { query, lines, at }: Matching,
  top: number,
  rowOf: (line: number) => number,
): readonly Line[] {
  const line = lines[at]!;
  const [from, to] = [rowOf(line) - top, rowOf(line + 1) - top];
  const isCurrent = (index: number) => index >= from && (index < to || to <= from);
  return rows.map((row, index) => markText(row, query, isCurrent(index) ? "standout" : "strong"));
}

/** The last rows: the keys, or what is being typed, with what there is to say about it. */
function footRows(state: ApprovalState, columns: number, scrolls: boolean): readonly Line[] {
  const { mode, notice } = state;
  if (mode.kind === "typing") return typingRows(mode, columns);
  const said = notice === null ? [] : wrap(line(span(notice, "warn")), { columns });
  if (mode.kind === "matching") return [...said, matchRow(mode, columns)];
  if (mode.kind === "editing") return [...said, line(span("in your editor …", "dim"))];
  const { standOut } = mode;
  return [...said, keyLine(listedKeys(state.question), { columns, standOut, more: scrolls ? MORE : "" })];
}

function matchRow({ query, lines, at }: Matching, columns: number): Line {
  const found = line(span(`${JSON.stringify(query)} ${at + 1} of ${lines.length} · `, "accent"));
  const keys = keyLine(MATCH_KEYS, { columns: columns - lineCells(found), standOut: false, more: "" });
  return columns - lineCells(found) >= lineCells(keys)
    ? [...found, ...keys]
    : keyLine(MATCH_KEYS, { columns, standOut: false, more: "" });
}

const PROMPTS: Record<
  Typing["what"],
  { readonly prompt: string; readonly short: string; readonly help: string }
> = {
  name: { prompt: "save as: ", short: "", help: "Enter saves and runs, Esc goes back" },
  words: { prompt: "change: ", short: "", help: "Enter sends it to the model, Esc goes back" },
  search: { prompt: "/", short: "/", help: "Enter searches, Esc goes back" },
};

function typingRows({ what, field, problem }: Typing, columns: number): readonly Line[] {
  const { prompt, short, help } = PROMPTS[what];
  const said = problem === null ? span(help, "dim") : span(problem, "warn");
  const row = fieldRow(columns >= 30 ? prompt : short, field, columns);
  if (lineCells(row) + 3 + cells(said.text) <= columns) return [[...row, span("   "), said]];
  return [...wrap([said], { columns }), row];
}
