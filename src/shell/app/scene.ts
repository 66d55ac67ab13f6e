import type { Highlight } from "../../terms/highlight.ts";
import { draftingFrame } from "../drafting/layout.ts";
import { editorRows } from "../editor/rows.ts";
import type { EditorState } from "../editor/state.ts";
import { type Frame, rowsMost, type Size } from "../frame.ts";
import { keyLine } from "../key-line.ts";
import { type Line, line, span } from "../line.ts";
import { REPAIR_KEYS } from "../repair/keys.ts";
import { cut } from "../wrap.ts";
import { RESULT_KEYS } from "./keys.ts";
import type { ShellResult } from "./result.ts";
import { runningFrame } from "./running.ts";
import type { ShellState } from "./state.ts";

/** What the live area shows. */
export function shellFrame(
  { mode, last, hint }: ShellState,
  size: Size,
  highlight: Highlight | null = null,
): Frame {
  const { columns } = size;
  switch (mode.kind) {
    case "editing":
      return lineFrame(barOf(last, hint, columns), mode.editor, size);
    case "focused":
      return lineFrame(focusedBar(mode.result, columns), mode.editor, size);
    case "waiting": {
      if (mode.what === "" && !mode.isStopping) return { rows: [[]] };
      const words = mode.isStopping ? "stopping …" : `${mode.what} … Esc stops`;
      return { rows: [cut(line(span(words, "dim")), columns)] };
    }
    case "drafting":
      return draftingFrame(mode.drafting, size, highlight);
    case "deciding": {
      const frame = mode.exchange.frame(size);
      return mode.isListening ? frame : { rows: [...frame.rows.slice(0, -1), []] };
    }
    case "offering": {
      const asked = cut(line(span("the run failed: ", "warn"), mode.reason), columns);
      const keys = keyLine(REPAIR_KEYS, { columns, standOut: mode.standOut, more: "" });
      return { rows: [asked, mode.isListening ? keys : []].slice(-rowsMost(size)) };
    }
    case "running":
      return runningFrame(mode.running, size);
  }
}

/** The line, and where there is room the last result above it. */
function lineFrame(bar: Line | null, editor: EditorState, size: Size): Frame {
  const hasBar = bar !== null && rowsMost(size) >= 4;
  const most = rowsMost(size) - (hasBar ? 1 : 0);
  const rows = editorRows(editor, { columns: size.columns, rows: most });
  return { rows: [...(hasBar ? [bar] : []), ...rows] };
}

function barOf(last: ShellResult | null, hint: string | null, columns: number): Line | null {
  if (hint !== null) return cut(line(span(hint, "dim")), columns);
  return last === null ? null : resultBar(last, columns);
}

function resultBar(result: ShellResult, columns: number): Line {
  const words = `_${result.number}: Esc, then o opens it, w writes it, c copies it`;
  return cut(line(span(words, "dim")), columns);
}

function focusedBar(result: ShellResult, columns: number): Line {
  return keyLine(RESULT_KEYS, { columns, standOut: true, more: `_${result.number}` });
}
