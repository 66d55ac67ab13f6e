import type { SessionEvent } from "../../terms/event.ts";
import { type DraftingState, draftingEvent } from "../drafting/state.ts";
import { editorKey, replaceText, startEditor } from "../editor/editor.ts";
import { type EditorContext, type EditorEffect, type EditorState, editorText } from "../editor/state.ts";
import type { Exchange } from "../exchange.ts";
import type { Size } from "../frame.ts";
import type { Key } from "../key.ts";
import { REPAIR_KEYS } from "../repair/keys.ts";
import { type Undecided, undecidedEvent } from "../undecided.ts";
import { actionOf, RESULT_KEYS, STOP_KEYS } from "./keys.ts";
import type { Progress, ShellResult } from "./result.ts";
import type { HeadRow } from "./result-head.ts";
import type { RunningState } from "./running.ts";

/** What the live area is. What is finished was printed and is no state any more. */
export type Mode =
  | { readonly kind: "editing"; readonly editor: EditorState }
  /** The last result has the keys; the line waits. */
  | { readonly kind: "focused"; readonly editor: EditorState; readonly result: ShellResult }
  /** Something short is done that shows nothing yet. */
  | { readonly kind: "waiting"; readonly what: string; readonly isStopping: boolean }
  | { readonly kind: "drafting"; readonly drafting: DraftingState }
  /** A question is asked. It takes keys only from when it is on the terminal. */
  | { readonly kind: "deciding"; readonly exchange: Exchange; readonly isListening: boolean }
  | {
      readonly kind: "offering";
      readonly reason: string;
      readonly standOut: boolean;
      readonly isListening: boolean;
    }
  | { readonly kind: "running"; readonly running: RunningState };

export interface ShellState {
  readonly mode: Mode;
  /** The draft that was not decided on yet, for where it ends without. */
  readonly undecided: Undecided | null;
  readonly last: ShellResult | null;
  /** Said once, in place of the last result, until the next key. */
  readonly hint: string | null;
}

/** What happens to the shell, apart from keys. */
export type ShellEvent =
  | { readonly type: "ready" }
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "hint"; readonly hint: string }
  | { readonly type: "wait"; readonly what: string }
  | { readonly type: "session"; readonly event: SessionEvent }
  /** A draft is on its way for so long. */
  | { readonly type: "drafting-for"; readonly elapsedMs: number }
  | { readonly type: "ask"; readonly exchange: Exchange }
  | { readonly type: "offer"; readonly reason: string }
  | { readonly type: "listen" }
  | {
      readonly type: "run";
      readonly title: string;
      readonly nowMs: number;
      readonly head: readonly HeadRow[];
    }
  | { readonly type: "progress"; readonly nowMs: number; readonly progress: Progress }
  | { readonly type: "result"; readonly result: ShellResult }
  | { readonly type: "stopping" };

/** What a key asks of the one who owns the shell. */
export type ShellEffect =
  | EditorEffect
  | { readonly kind: "stop" }
  /** The exchange took a key: it may have an answer, or ask for something. */
  | { readonly kind: "exchanged" }
  | { readonly kind: "repair"; readonly yes: boolean }
  | { readonly kind: "open" | "copy"; readonly result: ShellResult };

export interface KeyContext extends EditorContext {
  readonly size: Size;
}

interface Step {
  readonly state: ShellState;
  readonly effect: ShellEffect | null;
}

export function startShell(): ShellState {
  return { mode: { kind: "editing", editor: startEditor() }, undecided: null, last: null, hint: null };
}

/** The state after something happened. */
export function shellEvent(state: ShellState, happened: ShellEvent): ShellState {
  const { mode } = state;
  switch (happened.type) {
    case "ready":
      // What was typed meanwhile stays.
      if (mode.kind === "editing") return { ...state, undecided: null };
      return { ...state, undecided: null, mode: { kind: "editing", editor: startEditor() } };
    case "text":
      if (mode.kind !== "editing") return state;
      return { ...state, mode: { kind: "editing", editor: replaceText(mode.editor, happened.text) } };
    case "hint":
      return { ...state, hint: happened.hint };
    case "wait":
      return { ...state, mode: { kind: "waiting", what: happened.what, isStopping: false } };
    case "session":
      return sessionEvent(state, happened.event);
    case "drafting-for": {
      if (mode.kind !== "drafting") return state;
      return { ...state, mode: { ...mode, drafting: { ...mode.drafting, elapsedMs: happened.elapsedMs } } };
    }
    case "ask":
      return { ...state, mode: { kind: "deciding", exchange: happened.exchange, isListening: false } };
    case "offer": {
      const { reason } = happened;
      return { ...state, mode: { kind: "offering", reason, standOut: false, isListening: false } };
    }
    case "listen":
      return mode.kind === "deciding" || mode.kind === "offering"
        ? { ...state, mode: { ...mode, isListening: true } }
        : state;
    case "run":
      return { ...state, undecided: null, mode: { kind: "running", running: startRunning(happened) } };
    case "progress": {
      if (mode.kind !== "running") return state;
      const { nowMs, progress } = happened;
      return { ...state, mode: { ...mode, running: { ...mode.running, nowMs, progress } } };
    }
    case "result":
      return { ...state, last: happened.result };
    case "stopping":
      return { ...state, mode: stopping(mode) };
  }
}

/** The state after a key, and what it asks for. */
export function shellKey(before: ShellState, key: Key, context: KeyContext): Step {
  const state = before.hint === null ? before : { ...before, hint: null };
  const { mode } = state;
  switch (mode.kind) {
    case "editing":
      return editingKey(state, mode.editor, key, context);
    case "focused":
      return focusedKey(state, mode, key, context);
    case "deciding":
      return decidingKey(state, mode, key, context);
    case "offering":
      return offeringKey(state, mode, key);
    case "waiting":
    case "drafting":
    case "running":
      return actionOf(STOP_KEYS, key.name) === null ? still(state) : { state, effect: { kind: "stop" } };
  }
}

function editingKey(state: ShellState, editor: EditorState, key: Key, context: KeyContext): Step {
  const isIdle = editor.mode.kind === "typing" && editorText(editor) === "";
  if (key.name === "escape" && isIdle && state.last !== null) {
    return still({ ...state, mode: { kind: "focused", editor, result: state.last } });
  }
  const next = editorKey(editor, key, context);
  return { state: { ...state, mode: { kind: "editing", editor: next.state } }, effect: next.effect };
}

function focusedKey(
  state: ShellState,
  { editor, result }: Extract<Mode, { kind: "focused" }>,
  key: Key,
  context: KeyContext,
): Step {
  const back: ShellState = { ...state, mode: { kind: "editing", editor } };
  const action = actionOf(RESULT_KEYS, key.name);
  switch (action) {
    case "open":
    case "copy":
      return { state: back, effect: { kind: action, result } };
    case "write":
      return still({ ...state, mode: { kind: "editing", editor: startEditor("/write ") } });
    case "back":
      return still(back);
    case null:
      return editingKey(back, editor, key, context);
  }
}

function decidingKey(
  state: ShellState,
  { exchange, isListening }: Extract<Mode, { kind: "deciding" }>,
  key: Key,
  { size }: KeyContext,
): Step {
  if (key.name === "ctrl-c") return { state, effect: { kind: "stop" } };
  if (!isListening) return still(state);
  exchange.key(key, size);
  return { state, effect: { kind: "exchanged" } };
}

function offeringKey(state: ShellState, mode: Extract<Mode, { kind: "offering" }>, key: Key): Step {
  const action = mode.isListening || key.name === "ctrl-c" ? actionOf(REPAIR_KEYS, key.name) : null;
  if (action === "show-keys") return still({ ...state, mode: { ...mode, standOut: true } });
  return action === null ? still(state) : { state, effect: { kind: "repair", yes: action === "yes" } };
}

function sessionEvent(state: ShellState, event: SessionEvent): ShellState {
  const undecided = undecidedEvent(state.undecided, event);
  const before = state.mode.kind === "drafting" ? state.mode.drafting : null;
  const drafting = draftingEvent(before, event);
  if (drafting !== null) return { ...state, undecided, mode: { kind: "drafting", drafting } };
  if (event.type === "decided" && event.question === "approve") return { ...state, undecided: null };
  return { ...state, undecided };
}

function startRunning({ title, nowMs, head }: Extract<ShellEvent, { type: "run" }>): RunningState {
  return { title, startedMs: nowMs, nowMs, progress: { rows: 0, bytes: 0 }, head, isStopping: false };
}

function stopping(mode: Mode): Mode {
  if (mode.kind === "running") return { ...mode, running: { ...mode.running, isStopping: true } };
  return { kind: "waiting", what: "", isStopping: true };
}

function still(state: ShellState): Step {
  return { state, effect: null };
}
