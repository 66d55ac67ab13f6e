import type { Size } from "../frame.ts";
import { cells, type Line, line, lineCells, type Span, span } from "../line.ts";
import { fieldRow } from "../text-field.ts";
import { cut } from "../wrap.ts";
import {
  type LayoutOptions,
  PROMPT,
  promptCells,
  roomFor,
  rowOf,
  type TextRow,
  textRows,
  type Unit,
  unitsOf,
} from "./layout.ts";
import { foundAt } from "./search.ts";
import type { Choice, Completing, EditorState, Searching } from "./state.ts";

/** Rows of choices, at most. */
const CHOICES_MOST = 8;
/** A narrower terminal shows the choices without what they are for. */
const DETAIL_COLUMNS = 30;

/** The editor in at most `size.rows` rows: the text around its cursor, then choices or the search. */
export function editorRows(state: EditorState, size: Size): readonly Line[] {
  const most = Math.max(1, size.rows);
  const below = most === 1 ? [] : belowRows(state, { columns: size.columns, rows: most - 1 });
  return [...textLines(state, { columns: size.columns, rows: most - below.length }), ...below];
}

function textLines(state: EditorState, { columns, rows: most }: Size): Line[] {
  const { now, pastes, mode } = state;
  const options = { pastes, room: roomFor(columns) };
  const marks = marksOf(state);
  const rows = textRows(now.text, options);
  const at = rowOf(rows, mode.kind === "searching" ? marks.match.from : now.cursor);
  const top = Math.max(0, Math.min(at - Math.floor(most / 2), rows.length - most));
  return rows.slice(top, top + most).map((row, index) => {
    const place = { row: top + index, rows: rows.length, isFirst: index === 0, isLast: index === most - 1 };
    const text = textLine(now.text, row, marks, options);
    return cut(promptCells(columns) === 0 ? text : [promptOf(place), ...text], columns);
  });
}

/** What stands out in the text: the cursor, or while searching the words that were searched for. */
interface Marks {
  readonly cursor: number | null;
  readonly match: { readonly from: number; readonly to: number };
}

function marksOf({ now, mode }: EditorState): Marks {
  const nothing = { from: now.text.length, to: now.text.length };
  if (mode.kind !== "searching") return { cursor: now.cursor, match: nothing };
  return { cursor: null, match: foundAt(now.text, mode) ?? nothing };
}

/** The prompt, or an arrow where more of the text is above or below what is shown. */
function promptOf(at: { row: number; rows: number; isFirst: boolean; isLast: boolean }): Span {
  if (at.isFirst && at.row > 0) return span("↑ ", "dim");
  if (at.isLast && at.row < at.rows - 1) return span("↓ ", "dim");
  return at.row === 0 ? span(PROMPT, "strong") : span(" ".repeat(PROMPT.length));
}

function textLine(text: string, row: TextRow, marks: Marks, options: LayoutOptions): Line {
  const spans: Span[] = [];
  let plainText = "";
  const endPlain = () => {
    if (plainText !== "") spans.push(span(plainText));
    plainText = "";
  };
  for (const unit of unitsOf(text.slice(row.from, row.to), row.from, options)) {
    const tone = unitTone(unit, marks);
    if (tone === null) plainText += unit.shown;
    else {
      endPlain();
      spans.push(span(unit.shown, tone));
    }
  }
  endPlain();
  const isBehind = marks.cursor === row.to && !row.isOpen;
  return isBehind ? [...spans, span(" ", "standout")] : spans;
}

function unitTone({ index, isPaste }: Unit, { cursor, match }: Marks): Span["tone"] {
  if (index === cursor) return "standout";
  return isPaste || (index >= match.from && index < match.to) ? "accent" : null;
}

function belowRows({ mode }: EditorState, size: Size): Line[] {
  if (mode.kind === "searching") return [searchRow(mode, size.columns)];
  if (mode.kind === "completing") return choiceRows(mode, size);
  if (mode.kind === "chord") return [cut(line(span("Ctrl-X: Ctrl-E edits in $EDITOR", "dim")), size.columns)];
  return [];
}

function searchRow({ query, found }: Searching, columns: number): Line {
  const isMissing = found === null && query.text !== "";
  const state = isMissing ? " nothing found" : " Ctrl-R older · Enter takes · Esc leaves";
  const field = fieldRow(columns < 24 ? "? " : "search: ", query, columns);
  return cut([...field, span(state, isMissing ? "bad" : "dim")], columns);
}

function choiceRows({ completion: { choices }, chosen }: Completing, { columns, rows }: Size): Line[] {
  const most = Math.min(CHOICES_MOST, rows);
  const isCut = choices.length > most && most > 1;
  const room = isCut ? most - 1 : most;
  const top = Math.max(0, Math.min(chosen - Math.floor(room / 2), choices.length - room));
  const shown = choices.slice(top, top + room);
  const widest = Math.max(...shown.map(({ label }) => cells(span(label).text)));
  const width = columns < DETAIL_COLUMNS ? null : Math.min(widest, Math.floor(columns / 2));
  const lines = shown.map((choice, index) =>
    cut(choiceRow(choice, { isChosen: top + index === chosen, width }), columns),
  );
  const count = line(span(`  ${chosen + 1} of ${choices.length}`, "dim"));
  return isCut ? [...lines, cut(count, columns)] : lines;
}

/** `width`: the cells of the longest label, or null where there is no room for more than labels. */
function choiceRow(choice: Choice, options: { isChosen: boolean; width: number | null }): Line {
  const label = span(choice.label, options.isChosen ? "standout" : null);
  if (choice.detail === "" || options.width === null) return line("  ", label);
  const shown = cut(line(label), options.width);
  const gap = " ".repeat(options.width - lineCells(shown) + 2);
  return line("  ", ...shown, gap, span(choice.detail, "dim"));
}
