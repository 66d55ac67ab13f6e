import type { Answer, Question } from "../../terms/event.ts";
import type { Key } from "../key.ts";
import { CONSENT_KEYS } from "./keys.ts";

export type ConsentQuestion = Extract<Question, { kind: "consent" }>;

/** The question before the first send to a host. `answer` is null until there is one. */
export interface ConsentState {
  readonly question: ConsentQuestion;
  readonly standOut: boolean;
  readonly answer: Answer | null;
}

export function startConsent(question: ConsentQuestion): ConsentState {
  return { question, standOut: false, answer: null };
}

/** The state after a key. A key that is not in the table does nothing. */
export function consentKey(state: ConsentState, key: Key): ConsentState {
  const row = CONSENT_KEYS.find(({ names }) => names.includes(key.name));
  if (state.answer !== null || row === undefined) return state;
  return row.action === "show-keys"
    ? { ...state, standOut: true }
    : { ...state, standOut: false, answer: { kind: row.action } };
}
