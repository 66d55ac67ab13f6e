import stringWidth from "string-width";
import type { TokenKind } from "../terms/highlight.ts";
import { visibleLine } from "../terms/visible.ts";
import type { Look } from "./look.ts";

/** What a piece of text means; `paint` alone knows the colours. */
export type Tone = "dim" | "strong" | "good" | "warn" | "bad" | "accent" | "standout" | TokenKind;

/** Text that is safe to show, with one tone, or the look of a program's cells. Made by {@link span} only. */
export interface Span {
  readonly text: string;
  readonly tone: Tone | Look | null;
}

/** One line of the screen, as data. */
export type Line = readonly Span[];

/** One piece of a line. Every hidden character, newline and tab in `text` is made visible. */
export function span(text: string, tone: Tone | Look | null = null): Span {
  return { text: visibleLine(text), tone };
}

/** A line from pieces: a bare string has no tone. */
export function line(...pieces: readonly (string | Span)[]): Line {
  return pieces.map((piece) => (typeof piece === "string" ? span(piece) : piece));
}

/** The text of a line without its tones. */
export function plain(one: Line): string {
  return one.map((piece) => piece.text).join("");
}

const ONE_CELL_EACH = /^[\x20-\x7e]*$/;

/** Terminal cells that a text takes. */
export function cells(text: string): number {
  return ONE_CELL_EACH.test(text) ? text.length : stringWidth(text);
}

/** Terminal cells that a line takes. */
export function lineCells(one: Line): number {
  return one.reduce((sum, piece) => sum + cells(piece.text), 0);
}
