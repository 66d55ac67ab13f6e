import type { Answer, Question } from "../../terms/event.ts";
import type { Key } from "../key.ts";
import { editText, type TextField, textField } from "../text-field.ts";

export type AnswerQuestion = Extract<Question, { kind: "answer" }>;

/** A model's question and the line that answers it. `answer` is null until there is one. */
export interface AnswerState {
  readonly question: AnswerQuestion;
  readonly field: TextField;
  /** Why what was typed could not be taken, or null. */
  readonly problem: string | null;
  readonly answer: Answer | null;
}

export function startAnswer(question: AnswerQuestion): AnswerState {
  return { question, field: textField(""), problem: null, answer: null };
}

/** The state after a key: Enter gives the answer, Esc none. */
export function answerKey(state: AnswerState, key: Key): AnswerState {
  if (state.answer !== null) return state;
  if (key.name === "escape" || key.name === "ctrl-c") return { ...state, answer: { kind: "no" } };
  if (key.name !== "enter" && key.name !== "ctrl-j") {
    return { ...state, field: editText(state.field, key), problem: null };
  }
  const words = state.field.text.trim();
  if (words === "") return { ...state, problem: "answer in your words, or press Esc to leave it" };
  return { ...state, answer: { kind: "answer", words } };
}
