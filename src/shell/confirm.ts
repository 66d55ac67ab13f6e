import type { Answer, Question } from "../terms/event.ts";
import { type Frame, rowsMost, type Size } from "./frame.ts";
import type { Key } from "./key.ts";
import { type KeyRow, keyLine } from "./key-line.ts";
import { type Line, line, span } from "./line.ts";
import { wrap } from "./wrap.ts";

type ConfirmQuestion = Extract<Question, { kind: "confirm" }>;

/** A question that is answered yes or no. `answer` is null until there is one. */
export interface ConfirmState {
  readonly question: ConfirmQuestion;
  readonly standOut: boolean;
  readonly answer: Answer | null;
}

export function startConfirm(question: ConfirmQuestion): ConfirmState {
  return { question, standOut: false, answer: null };
}

/** The state after a key. A key that is not in the table does nothing. */
export function confirmKey(state: ConfirmState, key: Key): ConfirmState {
  const row = keysOf(state.question).find(({ names }) => names.includes(key.name));
  if (state.answer !== null || row === undefined) return state;
  return row.action === "show-keys"
    ? { ...state, standOut: true }
    : { ...state, standOut: false, answer: { kind: row.action } };
}

/** The question at this size; the decision is its last row. */
export function confirmFrame({ question, standOut }: ConfirmState, size: Size): Frame {
  const { columns } = size;
  const decision = keyLine(keysOf(question), { columns, standOut, more: "" });
  const rows = [line(span(question.title, "strong")), ...question.details.map((one) => line(span(one)))];
  return { rows: [...rows.flatMap((one) => wrap(one, { columns })), decision].slice(-rowsMost(size)) };
}

/** What stays in the scrollback. */
export function confirmRecord({ question, answer }: ConfirmState, columns: number): Line[] {
  const said = answer?.kind === "yes" ? span("yes", "good") : span("no", "warn");
  return wrap(line(span(`${question.title} `), said), { columns });
}

function keysOf({ verb }: ConfirmQuestion): readonly KeyRow<"yes" | "no" | "show-keys">[] {
  return [
    { names: ["y"], action: "yes", shown: { key: "y", verb } },
    { names: ["n", "q", "escape"], action: "no", shown: { key: "n", verb: "no" } },
    { names: ["enter", "ctrl-j"], action: "show-keys", shown: null },
  ];
}
