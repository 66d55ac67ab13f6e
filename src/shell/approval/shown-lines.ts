import { codeLines } from "../code-rows.ts";
import { type DiffLine, diffLinesOf } from "../diff-lines.ts";
import { explainedLines } from "./explanation-rows.ts";
import type { ApproveQuestion, View } from "./question.ts";

/** The lines that the viewport shows, as text: what a search looks through. */
export function shownLines(question: ApproveQuestion, view: View): readonly string[] {
  if (view === "explanation") return explainedLines(question).map(({ text }) => text);
  return view === "code" ? codeLines(question.draft.code) : diffOf(question).map(({ text }) => text);
}

const diffs = new WeakMap<ApproveQuestion, readonly DiffLine[]>();

/** How the draft differs from the last one; found out once, for each key looks at it. */
export function diffOf(question: ApproveQuestion): readonly DiffLine[] {
  let diff = diffs.get(question);
  if (diff === undefined) {
    diff = diffLinesOf(question.previous ?? question.draft.code, question.draft.code);
    diffs.set(question, diff);
  }
  return diff;
}
