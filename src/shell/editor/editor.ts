import type { Key } from "../key.ts";
import { completingKey, reopened, startCompleting } from "./completing.ts";
import { insertAtCursor, moveCursor, replaceRange } from "./edited-text.ts";
import { EDITOR_KEYS, type EditorAction } from "./keys.ts";
import { moveByRows, roomFor } from "./layout.ts";
import { searchKey, startSearch, takeFound } from "./search.ts";
import {
  changed,
  type EditorContext,
  type EditorEffect,
  type EditorState,
  editorText,
  emptied,
  insertPasted,
  SHOWN_UNITS_MOST,
  TYPING,
} from "./state.ts";
import { TARGETS, type Target } from "./targets.ts";
import { walkHistory } from "./walk.ts";

export {
  type EditorContext,
  type EditorEffect,
  type EditorState,
  replaceText,
  startEditor,
} from "./state.ts";

/** The editor after a key, and what the key asks for beside it. */
export interface EditorStep {
  readonly state: EditorState;
  readonly effect: EditorEffect | null;
}

/** Take one key. After `submit` and `interrupt` the editor is empty already. */
export function editorKey(state: EditorState, key: Key, context: EditorContext): EditorStep {
  const { mode } = state;
  switch (mode.kind) {
    case "typing":
      return typingKey(state, key, context);
    case "chord":
      return chordKey({ ...state, mode: TYPING }, key);
    case "searching": {
      const searched = searchKey(state, mode, key);
      return searched === null ? typingKey(takeFound(state, mode), key, context) : quiet(searched);
    }
    case "completing": {
      const chosen = completingKey(state, mode, key);
      if (chosen !== null) return quiet(chosen);
      const step = typingKey({ ...state, mode: TYPING }, key, context);
      const isNarrowed = step.effect === null && step.state.now.text !== state.now.text;
      return isNarrowed ? quiet(reopened(step.state, context.complete)) : step;
    }
  }
}

function typingKey(state: EditorState, key: Key, context: EditorContext): EditorStep {
  if (key.name === "paste") return quiet(insertPasted(state, key.text));
  if (key.text !== "") return quiet(typeText(state, key.text));
  const row = EDITOR_KEYS.find(({ names }) => names.includes(key.name));
  return row === undefined ? quiet(state) : act(state, row.action, context);
}

function chordKey(state: EditorState, { name }: Key): EditorStep {
  if (name !== "ctrl-e") return quiet(state);
  return { state, effect: { kind: "external-editor", text: editorText(state) } };
}

function act(state: EditorState, action: EditorAction, context: EditorContext): EditorStep {
  switch (action.type) {
    case "enter":
      return enter(state);
    case "interrupt":
      return { state: emptied(state), effect: { kind: "interrupt", wasEmpty: state.now.text === "" } };
    case "erase-or-end":
      return state.now.text === "" ? { state, effect: { kind: "end" } } : quiet(erase(state, "right"));
    case "effect":
      return { state, effect: action.effect };
    default:
      return quiet(edit(state, action, context));
  }
}

type Edit = Exclude<EditorAction, { type: "enter" | "interrupt" | "erase-or-end" | "effect" }>;

function edit(state: EditorState, action: Edit, context: EditorContext): EditorState {
  switch (action.type) {
    case "move":
      return moved(state, TARGETS[action.to](state.now));
    case "rows":
      return moveRows(state, action.by, context);
    case "history":
      return walkHistory(state, action.by, context.history);
    case "erase":
      return erase(state, action.to);
    case "kill":
      return kill(state, action.to);
    case "yank":
      return state.killed === "" ? state : yank(state);
    case "undo":
      return undo(state);
    case "new-line":
      return typeText(state, "\n");
    case "complete":
      return startCompleting(state, context.complete);
    case "search":
      return startSearch(state, context.history);
    case "chord":
      return { ...state, mode: { kind: "chord" } };
  }
}

function quiet(state: EditorState): EditorStep {
  return { state, effect: null };
}

function enter(state: EditorState): EditorStep {
  const { text, cursor } = state.now;
  // One backslash at the end asks for a line more; two are one that is meant.
  if (cursor === text.length && /(?:^|[^\\])\\$/.test(text)) {
    return quiet(changed(state, replaceRange(state.now, cursor - 1, cursor, "\n")));
  }
  if (text.trim() === "") return quiet(state);
  return { state: emptied(state), effect: { kind: "submit", text: editorText(state) } };
}

function moved(state: EditorState, cursor: number): EditorState {
  return { ...state, now: moveCursor(state.now, cursor), goalCells: null, last: null };
}

function moveRows(state: EditorState, by: -1 | 1, context: EditorContext): EditorState {
  const options = { pastes: state.pastes, room: roomFor(context.columns) };
  const place = moveByRows(state.now, { by, goalCells: state.goalCells }, options);
  if (place === null) return walkHistory(state, by, context.history);
  return { ...moved(state, place.cursor), goalCells: place.goalCells };
}

function typeText(state: EditorState, text: string): EditorState {
  if (state.now.text.length + text.length > SHOWN_UNITS_MOST) return state;
  const now = insertAtCursor(state.now, text);
  // Undo takes back a word at a time.
  const goesOn = state.last === "type" && state.walk === null && /\S/.test(text);
  return goesOn ? { ...state, now, goalCells: null } : { ...changed(state, now), last: "type" };
}

function erase(state: EditorState, to: Target): EditorState {
  const { cursor } = state.now;
  const target = TARGETS[to](state.now);
  if (target === cursor) return state;
  return changed(state, replaceRange(state.now, Math.min(cursor, target), Math.max(cursor, target), ""));
}

function kill(state: EditorState, to: Target): EditorState {
  const { text, cursor } = state.now;
  const reached = TARGETS[to](state.now);
  // At the end of a line, or at its start, what there is to kill is the line end.
  const target = reached !== cursor ? reached : TARGETS[to === "line-end" ? "right" : "left"](state.now);
  if (target === cursor) return state;
  const [from, upTo] = [Math.min(cursor, target), Math.max(cursor, target)];
  const gone = text.slice(from, upTo);
  const before = state.last === "kill" ? state.killed : "";
  const killed = target < cursor ? gone + before : before + gone;
  return { ...changed(state, replaceRange(state.now, from, upTo, "")), killed, last: "kill" };
}

function yank(state: EditorState): EditorState {
  const isRoom = state.now.text.length + state.killed.length <= SHOWN_UNITS_MOST;
  return isRoom ? changed(state, insertAtCursor(state.now, state.killed)) : state;
}

function undo(state: EditorState): EditorState {
  const now = state.past.at(-1);
  if (now === undefined) return state;
  return { ...state, now, past: state.past.slice(0, -1), walk: null, goalCells: null, last: null };
}
