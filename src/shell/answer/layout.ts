import { ADVICE, isAdviceToWeaken } from "../../terms/advice.ts";
import { type Frame, rowsMost, type Size } from "../frame.ts";
import { type Line, line, span } from "../line.ts";
import { fieldRow } from "../text-field.ts";
import { wrap } from "../wrap.ts";
import type { AnswerQuestion, AnswerState } from "./state.ts";

/** The question at this size; the line to answer on is its last row. Of a long question the end stays in sight. */
export function answerFrame({ question, field, problem }: AnswerState, size: Size): Frame {
  const { columns } = size;
  const told = problem ?? "Enter sends the answer to the model, Esc gives none";
  const rows = [
    ...askedRows(question, columns),
    ...wrap(line(span(told, problem === null ? "dim" : "warn")), { columns }),
    fieldRow("answer: ", field, columns),
  ];
  return { rows: rows.slice(-rowsMost(size)) };
}

/** What stays in the scrollback. */
export function answerRecord({ question, answer }: AnswerState, columns: number): Line[] {
  const said = answer?.kind === "answer" ? span(answer.words) : span("no answer", "warn");
  return [
    ...askedRows(question, columns),
    ...wrap(line(span("answer: ", "strong"), said), { columns, hang: 2 }),
  ];
}

function askedRows({ model, host, question }: AnswerQuestion, columns: number): Line[] {
  return [
    line(span(`${model} at ${host}`, "accent"), span(" asks:")),
    ...question.split("\n").map((one) => line(span(`│ ${one}`))),
    ...(isAdviceToWeaken(question) ? [line(span(ADVICE, "warn"))] : []),
  ].flatMap((one) => wrap(one, { columns }));
}
