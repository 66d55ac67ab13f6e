import type { Lines, Token } from "../terms/highlight.ts";
import { type Span, span } from "./line.ts";

/** A piece of code as it is shown: a tab is two blanks. */
export function shownCode(text: string): string {
  return text.replaceAll("\t", "  ");
}

/** Each of these lines in pieces, toned by the tokens in it. `texts` are all lines of the code. */
export function spansByLine(
  texts: readonly string[],
  { from, to }: Lines,
  tokens: readonly Token[],
): readonly (readonly Span[])[] {
  let start = texts.slice(0, from).reduce((sum, text) => sum + text.length + 1, 0);
  let next = 0;
  return texts.slice(from, to).map((text) => {
    const end = start + text.length;
    while (next < tokens.length && tokens[next]!.end <= start) next++;
    const inside: Token[] = [];
    for (let at = next; at < tokens.length && tokens[at]!.start < end; at++) inside.push(tokens[at]!);
    const spans = spansOf(text, start, inside);
    start = end + 1;
    return spans;
  });
}

function spansOf(text: string, start: number, tokens: readonly Token[]): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const token of tokens) {
    const [from, to] = [Math.max(at, token.start - start), Math.min(text.length, token.end - start)];
    if (from > at) spans.push(span(shownCode(text.slice(at, from))));
    spans.push(span(shownCode(text.slice(from, to)), token.kind));
    at = to;
  }
  if (at < text.length || spans.length === 0) spans.push(span(shownCode(text.slice(at))));
  return spans;
}
