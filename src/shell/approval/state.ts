import { COMMAND_NAME_RULE, isCommandName } from "../../terms/command-name.ts";
import type { Answer, Question } from "../../terms/event.ts";
import type { Key } from "../key.ts";
import { editText, type TextField, textField } from "../text-field.ts";
import { type Extent, type Scroll, scroll } from "../viewport.ts";
import { APPROVAL_KEYS } from "./keys.ts";

export type ApproveQuestion = Extract<Question, { kind: "approve" }>;

/** The approval screen. `top` is the first row of its viewport; `answer` is null until there is one. */
export interface ApprovalState {
  readonly question: ApproveQuestion;
  readonly top: number;
  readonly mode: Choosing | Naming;
  readonly answer: Answer | null;
}

/** Waiting for a key. `standOut`: an Enter was pressed, so the key line is shown in reverse. */
interface Choosing {
  readonly kind: "choosing";
  readonly standOut: boolean;
}

/** The name to save as is being typed. `problem` is why the last one could not be taken, or null. */
interface Naming {
  readonly kind: "naming";
  readonly field: TextField;
  readonly problem: string | null;
}

export type ApprovalAction =
  | { readonly type: "answer"; readonly answer: Answer }
  | { readonly type: "name" }
  | { readonly type: "show-keys" }
  | { readonly type: "scroll"; readonly to: Scroll };

const CHOOSING: Choosing = { kind: "choosing", standOut: false };

export function startApproval(question: ApproveQuestion): ApprovalState {
  return { question, top: 0, mode: CHOOSING, answer: null };
}

/** The state after a key. `extent` is that of the viewport as it is drawn now. */
export function approvalKey(state: ApprovalState, key: Key, extent: Extent): ApprovalState {
  if (state.answer !== null) return state;
  if (state.mode.kind === "naming") return nameKey(state, state.mode, key);
  const row = APPROVAL_KEYS.find(({ names }) => names.includes(key.name));
  return row === undefined ? state : act({ ...state, mode: CHOOSING }, row.action, extent);
}

function act(state: ApprovalState, action: ApprovalAction, extent: Extent): ApprovalState {
  switch (action.type) {
    case "answer":
      return { ...state, answer: action.answer };
    case "name":
      return { ...state, mode: { kind: "naming", field: textField(state.question.name), problem: null } };
    case "show-keys":
      return { ...state, mode: { kind: "choosing", standOut: true } };
    case "scroll":
      return { ...state, top: scroll(state.top, action.to, extent) };
  }
}

function nameKey(state: ApprovalState, mode: Naming, key: Key): ApprovalState {
  if (key.name === "escape") return { ...state, mode: CHOOSING };
  if (key.name !== "enter") {
    return { ...state, mode: { kind: "naming", field: editText(mode.field, key), problem: null } };
  }
  const name = mode.field.text.trim();
  if (isCommandName(name)) return { ...state, answer: { kind: "save", name } };
  return { ...state, mode: { ...mode, problem: `a name is ${COMMAND_NAME_RULE}` } };
}
