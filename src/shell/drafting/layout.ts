import { wordDrafting } from "../../terms/event-wording.ts";
import type { Highlight, Token } from "../../terms/highlight.ts";
import { phrasePieces, stagePiece } from "../approval/panel.ts";
import { spansByLine } from "../code-spans.ts";
import { type Frame, rowsMost, type Size } from "../frame.ts";
import { type Line, line, type Span, span } from "../line.ts";
import { cut, wrap } from "../wrap.ts";
import { codeOfReply } from "./reply-code.ts";
import type { DraftingState } from "./state.ts";

/** A taller tail would only move more. */
const TAIL_ROWS_MOST = 16;
const GUTTER = "│ ";

/** Who drafts, the end of what has come so far, and what is done with it. */
export function draftingFrame(state: DraftingState, size: Size, highlight: Highlight | null = null): Frame {
  const { columns } = size;
  const most = rowsMost(size);
  const foot = [cut(line(...footPieces(state)), columns)].slice(0, most - 1);
  const head = [cut(line(...phrasePieces(wordDrafting(state))), columns)];
  const tail = tailRows(
    state.text,
    columns,
    Math.min(TAIL_ROWS_MOST, most - head.length - foot.length),
    highlight,
  );
  return { rows: [...head, ...tail, ...foot].slice(-most) };
}

function footPieces({ isWhole, stages, elapsedMs }: DraftingState): readonly Span[] {
  if (!isWhole) return [span(`${elapsedWords(elapsedMs)}Esc stops`, "dim")];
  const done = stages.flatMap((result) => [stagePiece(result), span(" · ", "dim")]);
  return [span("checking: "), ...done, span("…", "dim")];
}

/** Whole seconds; nothing of the first. */
function elapsedWords(elapsedMs: number): string {
  const seconds = Math.floor(elapsedMs / 1000);
  return seconds === 0 ? "" : `${seconds} s · `;
}

/** The last rows of a text that grows. Only its end is looked at, so that a long reply costs no more. */
function tailRows(text: string, columns: number, most: number, highlight: Highlight | null): Line[] {
  if (most <= 0 || text === "") return [];
  const whole = text.endsWith("\n") ? text.slice(0, -1) : text;
  const start = startOfTail(whole, most, columns);
  const texts = whole.slice(start).split("\n").slice(-most);
  const from = whole.length - texts.reduce((sum, one) => sum + one.length + 1, -1);
  const tokens = highlight === null ? [] : tokensFrom(text, from, highlight);
  return spansByLine(texts, { from: 0, to: texts.length }, tokens)
    .flatMap((spans) =>
      wrap(line(span(GUTTER, "dim"), ...spans), { columns, hang: GUTTER.length, breakAt: "anywhere" }),
    )
    .slice(-most);
}

/** Where so many full rows before the end begin, at most. */
function startOfTail(text: string, most: number, columns: number): number {
  return Math.max(0, text.length - (most + 1) * columns);
}

/** The tokens of the code in a reply that are behind an offset, counted from there. */
function tokensFrom(reply: string, offset: number, highlight: Highlight): readonly Token[] {
  const code = codeOfReply(reply);
  if (code === null || code.end <= offset) return [];
  const text = reply.slice(code.start, code.end);
  const lines = { from: linesIn(text.slice(0, Math.max(0, offset - code.start))), to: linesIn(text) + 1 };
  const shift = code.start - offset;
  return highlight(text, lines)
    .map(({ start, end, kind }) => ({ start: Math.max(0, start + shift), end: end + shift, kind }))
    .filter(({ start, end }) => end > start);
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}
