import { wordDrafting } from "../../terms/event-wording.ts";
import { phrasePieces, stagePiece } from "../approval/panel.ts";
import { type Frame, rowsMost, type Size } from "../frame.ts";
import { type Line, line, type Span, span } from "../line.ts";
import { cut, wrap } from "../wrap.ts";
import type { DraftingState } from "./state.ts";

/** A taller tail would only move more. */
const TAIL_ROWS_MOST = 16;
const GUTTER = "│ ";

/** Who drafts, the end of what has come so far, and what is done with it. */
export function draftingFrame(state: DraftingState, size: Size): Frame {
  const { columns } = size;
  const most = rowsMost(size);
  const foot = [cut(line(...footPieces(state)), columns)].slice(0, most - 1);
  const head = [cut(line(...phrasePieces(wordDrafting(state))), columns)];
  const tail = tailRows(state.text, columns, Math.min(TAIL_ROWS_MOST, most - head.length - foot.length));
  return { rows: [...head, ...tail, ...foot].slice(-most) };
}

function footPieces({ isWhole, stages }: DraftingState): readonly Span[] {
  if (!isWhole) return [span("Esc stops", "dim")];
  const done = stages.flatMap((result) => [stagePiece(result), span(" · ", "dim")]);
  return [span("checking: "), ...done, span("…", "dim")];
}

/** The last rows of a text that grows. Only its end is looked at, so that a long reply costs no more. */
function tailRows(text: string, columns: number, most: number): Line[] {
  if (most <= 0) return [];
  const end = text.slice(-(most + 1) * columns).replace(/\n$/, "");
  if (end === "") return [];
  return end
    .split("\n")
    .slice(-most)
    .flatMap((one) =>
      wrap(line(span(GUTTER, "dim"), one.replaceAll("\t", "  ")), {
        columns,
        hang: GUTTER.length,
        breakAt: "anywhere",
      }),
    )
    .slice(-most);
}
