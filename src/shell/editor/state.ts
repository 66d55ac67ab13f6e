import { graphemeBefore } from "../graphemes.ts";
import type { TextField } from "../text-field.ts";
import { type EditedText, EMPTY, insertAtCursor } from "./edited-text.ts";
import { cleaned, fold, isLong, type Paste, unfold } from "./pastes.ts";

/** The input line, which may have several lines. */
export interface EditorState {
  readonly now: EditedText;
  readonly pastes: readonly Paste[];
  /** What undo goes back to, oldest first. */
  readonly past: readonly EditedText[];
  /** What was killed last, which is what a yank puts in. */
  readonly killed: string;
  /** What the last key did, where the next one may go on with it. */
  readonly last: "type" | "kill" | null;
  /** The cell that up and down keep to, or null. */
  readonly goalCells: number | null;
  /** The walk through the history, or null where the text is the person's own. */
  readonly walk: Walk | null;
  readonly mode: EditorMode;
}

/** The entry of the history that is shown, and the text that it was started from. */
export interface Walk {
  readonly entries: readonly string[];
  readonly at: number;
  readonly draft: EditedText;
}

export type EditorMode =
  | { readonly kind: "typing" }
  /** Ctrl-X was pressed, which starts a key of two. */
  | { readonly kind: "chord" }
  | Completing
  | Searching;

/** Choices are shown. `chosen` is an index into them. */
export interface Completing {
  readonly kind: "completing";
  readonly completion: Completion;
  readonly chosen: number;
}

/** The history is searched. `found` is the index of the entry that is shown, or null where none matches. */
export interface Searching {
  readonly kind: "searching";
  readonly query: TextField;
  readonly entries: readonly string[];
  readonly found: number | null;
  readonly draft: EditedText;
}

/** What may stand between two offsets of the text. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly choices: readonly Choice[];
}

/** `text` goes in, followed by a blank where it is `isWhole` and not by one where more follows, as in a folder. */
export interface Choice {
  readonly text: string;
  /** What is shown for it. */
  readonly label: string;
  readonly isWhole: boolean;
  readonly detail: string;
}

export type Complete = (text: string, cursor: number) => Completion | null;

/** What the editor needs to know at a key, beside its state. */
export interface EditorContext {
  /** The width that it is drawn at. */
  readonly columns: number;
  /** What was sent before, newest last. */
  readonly history: readonly string[];
  readonly complete: Complete;
}

/** What a key asks of the one who owns the editor. */
export type EditorEffect =
  | { readonly kind: "submit"; readonly text: string }
  | { readonly kind: "external-editor"; readonly text: string }
  /** Ctrl-D where there is no text. */
  | { readonly kind: "end" }
  /** Ctrl-C. The text is gone; `wasEmpty` if there was none. */
  | { readonly kind: "interrupt"; readonly wasEmpty: boolean }
  | { readonly kind: "clear" }
  | { readonly kind: "suspend" };

/** Longer text is shown folded, so that a key stays quick whatever was pasted, recalled or typed. */
export const SHOWN_UNITS_MOST = 4000;
/** And at most so much of its first line is not. */
const HEAD_UNITS_MOST = 500;
const UNDO_MOST = 200;
export const TYPING: EditorMode = { kind: "typing" };

const BLANK: EditorState = {
  now: EMPTY,
  pastes: [],
  past: [],
  killed: "",
  last: null,
  goalCells: null,
  walk: null,
  mode: TYPING,
};

export function startEditor(text = ""): EditorState {
  return { ...BLANK, ...wholeText([], cleaned(text)) };
}

/** The text as it would be sent: everything folded in its place. */
export function editorText(state: EditorState): string {
  return unfold(state.pastes, state.now.text);
}

/** The editor with another text, as after an external editor. Undo brings the old one back. */
export function replaceText(state: EditorState, text: string): EditorState {
  const one = cleaned(text).replace(/\n$/, "");
  if (one === editorText(state)) return state;
  const put = wholeText(state.pastes, one);
  return { ...changed(state, put.now), pastes: put.pastes };
}

/** An empty editor that still knows what was killed. */
export function emptied(state: EditorState): EditorState {
  return { ...BLANK, killed: unfold(state.pastes, state.killed) };
}

/** The editor after a change of its text that undo takes back. */
export function changed(state: EditorState, now: EditedText): EditorState {
  // The text that a walk through the history was started from would be lost with the walk.
  const before = state.walk === null ? [state.now] : [state.walk.draft, state.now];
  const past = [...state.past, ...before].slice(-UNDO_MOST);
  return { ...state, now, past, walk: null, goalCells: null, last: null };
}

/** The editor with a pasted text put in, folded where it is long. Unchanged where there is no place for it. */
export function insertPasted(state: EditorState, pasted: string): EditorState {
  const text = cleaned(pasted);
  const isRoom = state.now.text.length + text.length <= SHOWN_UNITS_MOST;
  if (!isLong(text) && isRoom) return changed(state, insertAtCursor(state.now, text));
  const folded = fold(state.pastes, text);
  if (folded === null) return state;
  return { ...changed(state, insertAtCursor(state.now, folded.unit)), pastes: folded.pastes };
}

/** The editor showing a text of the history, cursor at its end. This is no change that undo knows. */
export function recalled(state: EditorState, entry: string): EditorState {
  return { ...state, ...wholeText(state.pastes, cleaned(entry)), goalCells: null, last: null };
}

/** A text on its own. Of a long one the first line is shown, to know it by, and the rest folded. */
function wholeText(pastes: readonly Paste[], text: string): Pick<EditorState, "now" | "pastes"> {
  if (text.length <= SHOWN_UNITS_MOST) return { now: insertAtCursor(EMPTY, text), pastes };
  const cut = graphemeBefore(text.slice(0, 2 * HEAD_UNITS_MOST), HEAD_UNITS_MOST);
  const [head] = /^.*\n?/.exec(text.slice(0, cut))!;
  const folded = fold(pastes, text.slice(head.length));
  return folded === null
    ? { now: EMPTY, pastes }
    : { now: insertAtCursor(EMPTY, head + folded.unit), pastes: folded.pastes };
}
