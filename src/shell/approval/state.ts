import { nameTrouble } from "../../terms/command-name.ts";
import type { Answer } from "../../terms/event.ts";
import { parseExample } from "../../terms/parse-example.ts";
import type { Key } from "../key.ts";
import { editText, proposedField, type TextField, textField } from "../text-field.ts";
import { type Extent, scroll } from "../viewport.ts";
import { APPROVAL_KEYS, MATCH_KEYS } from "./keys.ts";
import type { ApprovalAction, ApproveQuestion, TypedFor, View } from "./question.ts";
import { shownLines } from "./shown-lines.ts";

/** The approval screen. `top` is the first row of its viewport; `answer` is null until there is one. */
export interface ApprovalState {
  readonly question: ApproveQuestion;
  readonly view: View;
  readonly top: number;
  readonly mode: Choosing | Typing | Matching | Editing;
  /** What came of the last key, where that is not to be seen otherwise. */
  readonly notice: string | null;
  readonly answer: Answer | null;
}

/** Waiting for a key. `standOut`: an Enter was pressed, so the key line is shown in reverse. */
interface Choosing {
  readonly kind: "choosing";
  readonly standOut: boolean;
}

/** A line of text is being typed. `problem` is why the last one could not be taken, or null. */
export interface Typing {
  readonly kind: "typing";
  readonly what: TypedFor;
  readonly field: TextField;
  readonly problem: string | null;
}

/** Going from match to match. `lines` are indices into what is shown, `at` one into them. */
export interface Matching {
  readonly kind: "matching";
  readonly query: string;
  readonly lines: readonly number[];
  readonly at: number;
}

/** The code is in the user's editor, which whoever shows this screen has to open. */
interface Editing {
  readonly kind: "editing";
}

/** The viewport as it is drawn now. */
export interface Seen {
  readonly extent: Extent;
  /** The row that a line of what is shown begins on. */
  rowOf(line: number): number;
}

/** What came back from the editor. */
export type Edited =
  | { readonly kind: "edited"; readonly text: string }
  | { readonly kind: "unchanged" }
  | { readonly kind: "failed"; readonly detail: string };

const CHOOSING: Choosing = { kind: "choosing", standOut: false };
/** Rows above a match that was gone to, so that it is not read without what is around it. */
const CONTEXT_ROWS = 3;

export function startApproval(question: ApproveQuestion): ApprovalState {
  const view = question.explained?.fresh === true ? "explanation" : "code";
  return { question, view, top: 0, mode: CHOOSING, notice: question.notice ?? null, answer: null };
}

/** The state after a key. */
export function approvalKey(state: ApprovalState, key: Key, seen: Seen): ApprovalState {
  if (state.answer !== null || state.mode.kind === "editing") return state;
  if (state.mode.kind === "typing") return typingKey(state, state.mode, key, seen);
  if (state.mode.kind === "matching") return matchKey(state, state.mode, key, seen);
  // As in a search or a pager: the first Esc or q leads back to the code, and decides nothing.
  if (state.view !== "code" && (key.name === "escape" || key.name === "q"))
    return { ...state, notice: null, view: "code", top: 0 };
  const row = APPROVAL_KEYS.find(({ names }) => names.includes(key.name));
  if (row === undefined || row.action.type === "none") return state;
  const choosing = { ...state, mode: CHOOSING, notice: null };
  const blocked = row.blocked?.(state.question) ?? null;
  return blocked === null ? act(choosing, row.action, seen) : { ...choosing, notice: blocked };
}

/** The state after the editor was closed. */
export function approvalEdited(state: ApprovalState, edited: Edited): ApprovalState {
  if (state.mode.kind !== "editing") return state;
  const choosing = { ...state, mode: CHOOSING };
  if (edited.kind === "failed") return { ...choosing, notice: edited.detail };
  if (edited.kind === "unchanged" || edited.text === state.question.draft.code) {
    return { ...choosing, notice: "nothing was changed in the editor" };
  }
  if (edited.text.trim() === "")
    return { ...choosing, notice: "the editor left nothing: the draft is as it was" };
  return { ...choosing, answer: { kind: "edit", code: edited.text } };
}

function act(state: ApprovalState, action: ApprovalAction, seen: Seen): ApprovalState {
  switch (action.type) {
    case "answer":
      return { ...state, answer: action.answer };
    case "ask-for":
      return { ...state, mode: typing(action.what, action.what === "name" ? state.question.name : "") };
    case "edit":
      return { ...state, mode: { kind: "editing" } };
    case "diff":
      return { ...state, top: 0, view: state.view === "diff" ? "code" : "diff" };
    case "explain":
      if (state.question.explained === undefined) return { ...state, answer: { kind: "explain" } };
      return { ...state, top: 0, view: state.view === "explanation" ? "code" : "explanation" };
    case "show-keys":
      return { ...state, mode: { kind: "choosing", standOut: true } };
    case "scroll":
      return { ...state, top: scroll(state.top, action.to, seen.extent) };
    case "none":
      return state;
  }
}

function typing(what: Typing["what"], text: string): Typing {
  return { kind: "typing", what, field: text === "" ? textField("") : proposedField(text), problem: null };
}

function typingKey(state: ApprovalState, mode: Typing, key: Key, seen: Seen): ApprovalState {
  if (key.name === "escape") return { ...state, mode: CHOOSING };
  if (key.name !== "enter") {
    return { ...state, mode: { ...mode, field: editText(mode.field, key), problem: null } };
  }
  return TAKE[mode.what](state, mode, seen);
}

/** What Enter does with what was typed. */
const TAKE: Record<Typing["what"], (state: ApprovalState, mode: Typing, seen: Seen) => ApprovalState> = {
  name(state, mode) {
    const name = mode.field.text.trim();
    const problem = nameProblem(name, state.question.taken);
    if (problem === null) return { ...state, answer: { kind: "save", name } };
    return { ...state, mode: { ...mode, problem } };
  },
  words(state, mode) {
    const words = mode.field.text.trim();
    if (words !== "") return { ...state, answer: { kind: "revise", words } };
    return { ...state, mode: { ...mode, problem: "say what to change, in your words" } };
  },
  example(state, mode) {
    const parsed = parseExample(mode.field.text);
    if (parsed.ok) return { ...state, answer: { kind: "example", example: parsed.example } };
    return { ...state, mode: { ...mode, problem: parsed.problem } };
  },
  search(state, mode, seen) {
    const query = mode.field.text;
    if (query === "") return { ...state, mode: CHOOSING };
    const lines = matchingLines(shownLines(state.question, state.view), query);
    if (lines.length === 0) return { ...state, mode: { ...mode, problem: "not found" } };
    const below = lines.findIndex((line) => seen.rowOf(line) >= state.top);
    return goTo(state, { kind: "matching", query, lines, at: Math.max(0, below) }, seen);
  },
};

function nameProblem(name: string, taken: readonly string[]): string | null {
  const trouble = nameTrouble(name);
  if (trouble !== null) return trouble;
  return taken.includes(name) ? `there is a command ${name} already: choose another name` : null;
}

function matchKey(state: ApprovalState, mode: Matching, key: Key, seen: Seen): ApprovalState {
  const row = MATCH_KEYS.find(({ names }) => names.includes(key.name));
  if (row === undefined) {
    const scrolling = APPROVAL_KEYS.find(({ names }) => names.includes(key.name))?.action;
    return scrolling?.type === "scroll" ? act(state, scrolling, seen) : state;
  }
  const { length } = mode.lines;
  switch (row.action) {
    case "next":
      return goTo(state, { ...mode, at: (mode.at + 1) % length }, seen);
    case "previous":
      return goTo(state, { ...mode, at: (mode.at + length - 1) % length }, seen);
    case "search":
      return { ...state, mode: typing("search", "") };
    case "back":
      return { ...state, mode: CHOOSING };
  }
}

function goTo(state: ApprovalState, mode: Matching, { extent, rowOf }: Seen): ApprovalState {
  const row = rowOf(mode.lines[mode.at]!);
  const isShown = row >= state.top && row < state.top + extent.shown;
  const last = Math.max(0, extent.total - extent.shown);
  const top = isShown ? state.top : Math.min(last, Math.max(0, row - CONTEXT_ROWS));
  return { ...state, mode, top };
}

/** Indices of the lines that hold the text; capital letters count only where it has some. */
function matchingLines(lines: readonly string[], query: string): readonly number[] {
  const fold = query === query.toLowerCase() ? (text: string) => text.toLowerCase() : (text: string) => text;
  return lines.flatMap((text, index) => (fold(text).includes(query) ? [index] : []));
}
