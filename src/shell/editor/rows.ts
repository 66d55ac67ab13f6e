import type { Size } from "../frame.ts";
import { cells, type Line, line, type Span, span } from "../line.ts";
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
import type { Completing, EditorState, Searching } from "./state.ts";

/** Rows of choices, at most. */
const CHOICES_MOST = 8;

/** The editor in at most `size.rows` rows: the text around its cursor, then choices or the search. */
export function editorRows(state: EditorState, size: Size): readonly Line[] {
  const most = Math.max(1, size.rows);
  const below = most === 1 ? [] : belowRows(state, { columns: size.columns, rows: most - 1 });
  return [...textLines(state, { columns: size.columns, rows: most - below.length }), ...below];
}

function textLines({ now, pastes }: EditorState, { columns, rows: most }: Size): Line[] {
  const options = { pastes, room: roomFor(columns) };
  const rows = textRows(now.text, options);
  const at = rowOf(rows, now.cursor);
  const top = Math.max(0, Math.min(at - Math.floor(most / 2), rows.length - most));
  const shown = rows.slice(top, top + most);
  return shown.map((row, index) => {
    const prompt = promptOf({
      row: top + index,
      rows: rows.length,
      isFirst: index === 0,
      isLast: index === most - 1,
    });
    const cursor = top + index === at ? now.cursor : null;
    const text = textLine(now.text, row, cursor, options);
    return cut(promptCells(columns) === 0 ? text : [prompt, ...text], columns);
  });
}

/** The prompt, or an arrow where more of the text is above or below what is shown. */
function promptOf(at: { row: number; rows: number; isFirst: boolean; isLast: boolean }): Span {
  if (at.isFirst && at.row > 0) return span("↑ ", "dim");
  if (at.isLast && at.row < at.rows - 1) return span("↓ ", "dim");
  return at.row === 0 ? span(PROMPT, "strong") : span(" ".repeat(PROMPT.length));
}

function textLine(text: string, row: TextRow, cursor: number | null, options: LayoutOptions): Line {
  const spans: Span[] = [];
  let plainText = "";
  const endPlain = () => {
    if (plainText !== "") spans.push(span(plainText));
    plainText = "";
  };
  for (const unit of unitsOf(text.slice(row.from, row.to), row.from, options)) {
    const tone = unitTone(unit, cursor);
    if (tone === null) plainText += unit.shown;
    else {
      endPlain();
      spans.push(span(unit.shown, tone));
    }
  }
  endPlain();
  return cursor !== null && cursor >= row.to ? [...spans, span(" ", "standout")] : spans;
}

function unitTone({ index, isPaste }: Unit, cursor: number | null): Span["tone"] {
  if (index === cursor) return "standout";
  return isPaste ? "accent" : null;
}

function belowRows({ mode }: EditorState, size: Size): Line[] {
  if (mode.kind === "searching") return [searchRow(mode, size.columns)];
  if (mode.kind === "completing") return choiceRows(mode, size);
  if (mode.kind === "chord") return [cut(line(span("Ctrl-X: Ctrl-E edits in $EDITOR", "dim")), size.columns)];
  return [];
}

function searchRow({ query, found }: Searching, columns: number): Line {
  const isMissing = found === null && query.text !== "";
  const state = isMissing ? "  nothing found" : "  Ctrl-R older · Enter takes · Esc leaves";
  const label = columns < 24 ? "? " : "search: ";
  return cut(
    line(span(label, "strong"), span(query.text, isMissing ? "bad" : null), span(state, "dim")),
    columns,
  );
}

function choiceRows({ completion: { choices }, chosen }: Completing, { columns, rows }: Size): Line[] {
  const most = Math.min(CHOICES_MOST, rows);
  const isCut = choices.length > most && most > 1;
  const room = isCut ? most - 1 : most;
  const top = Math.max(0, Math.min(chosen - Math.floor(room / 2), choices.length - room));
  const shown = choices.slice(top, top + room);
  const width = Math.min(
    Math.ceil(columns / 2),
    Math.max(...shown.map(({ text }) => cells(span(text).text))),
  );
  const lines = shown.map(({ text, detail }, index) => {
    const label = cut(
      line(span(text, top + index === chosen ? "standout" : null)),
      detail === "" ? columns - 2 : width,
    );
    const gap = " ".repeat(Math.max(0, width - cells(label.map((piece) => piece.text).join(""))) + 2);
    return cut(line("  ", ...label, gap, span(detail, "dim")), columns);
  });
  const count = line(span(`  ${chosen + 1} of ${choices.length}`, "dim"));
  return isCut ? [...lines, cut(count, columns)] : lines;
}
