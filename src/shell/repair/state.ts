import type { Answer, Question } from "../../terms/event.ts";
import type { Key } from "../key.ts";
import { REPAIR_KEYS } from "./keys.ts";

export type RepairQuestion = Extract<Question, { kind: "repair" }>;

/** The offer after a failed run. `answer` is null until there is one. */
export interface RepairState {
  readonly question: RepairQuestion;
  readonly standOut: boolean;
  readonly answer: Answer | null;
}

export function startRepair(question: RepairQuestion): RepairState {
  return { question, standOut: false, answer: null };
}

/** The state after a key. A key that is not in the table does nothing. */
export function repairKey(state: RepairState, key: Key): RepairState {
  const row = REPAIR_KEYS.find(({ names }) => names.includes(key.name));
  if (state.answer !== null || row === undefined) return state;
  return row.action === "show-keys"
    ? { ...state, standOut: true }
    : { ...state, standOut: false, answer: { kind: row.action } };
}
