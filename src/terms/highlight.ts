/** What a piece of code is, for its colour. What is none of these has none. */
export type TokenKind = "keyword" | "string" | "number" | "comment" | "type" | "function" | "constant";

/** A piece of code, by UTF-16 offsets into the whole. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
}

/** Lines from `from` up to and without `to`, counted from 0. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/**
 * The tokens of these lines, in order, none over another. The code may be unfinished or no code at all. One
 * that grows between calls is cheap: only what was added is read.
 */
export type Highlight = (code: string, lines: Lines) => readonly Token[];
