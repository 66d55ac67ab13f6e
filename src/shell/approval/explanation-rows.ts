import { type ExplainedRow, wordExplanation } from "../../terms/explanation-wording.ts";
import { type Line, line, span, type Tone } from "../line.ts";
import { wrap } from "../wrap.ts";
import type { ApproveQuestion } from "./question.ts";

const TONES: Record<ExplainedRow["tone"], Tone | null> = {
  words: null,
  heading: "strong",
  given: "dim",
  gave: "good",
  failed: "bad",
};

/** What was explained of the draft, line by line. */
export function explainedLines({ explained }: ApproveQuestion): readonly ExplainedRow[] {
  return explained === undefined ? [] : wordExplanation(explained.explanation);
}

/** The rows of each of these lines. */
export function explanationRows(question: ApproveQuestion, columns: number): readonly (readonly Line[])[] {
  return explainedLines(question).map(({ text, tone }) =>
    wrap(line(span(text, TONES[tone])), { columns, hang: hangOf(text) }),
  );
}

/** Under the words, not under what is before them. */
function hangOf(text: string): number {
  return /^(?: *\d* \u2502 *| +\u2192 )?/.exec(text)![0].length;
}
