import type { KeyRow } from "../key-line.ts";
import type { EditorEffect } from "./state.ts";
import type { Target } from "./targets.ts";

export type EditorAction =
  | { readonly type: "move"; readonly to: Target }
  | { readonly type: "rows"; readonly by: -1 | 1 }
  | { readonly type: "history"; readonly by: -1 | 1 }
  | { readonly type: "erase"; readonly to: Target }
  | { readonly type: "kill"; readonly to: Target }
  | { readonly type: "yank" }
  | { readonly type: "undo" }
  | { readonly type: "enter" }
  | { readonly type: "new-line" }
  | { readonly type: "complete" }
  | { readonly type: "search" }
  | { readonly type: "chord" }
  | { readonly type: "interrupt" }
  | { readonly type: "erase-or-end" }
  | { readonly type: "effect"; readonly effect: Extract<EditorEffect, { kind: "clear" | "suspend" }> };

/** The keys of the input line. A key that is not here types itself, or does nothing. */
export const EDITOR_KEYS: readonly KeyRow<EditorAction>[] = [
  { names: ["enter"], action: { type: "enter" }, shown: { key: "Enter", verb: "send" } },
  {
    names: ["alt-enter", "shift-enter", "ctrl-j"],
    action: { type: "new-line" },
    shown: { key: "Alt-Enter Ctrl-J", verb: "new line (or \\ before Enter)" },
  },
  { names: ["tab"], action: { type: "complete" }, shown: { key: "Tab", verb: "complete" } },
  { names: ["up"], action: { type: "rows", by: -1 }, shown: { key: "Up Down", verb: "rows, then history" } },
  { names: ["down"], action: { type: "rows", by: 1 }, shown: null },
  {
    names: ["ctrl-p"],
    action: { type: "history", by: -1 },
    shown: { key: "Ctrl-P Ctrl-N", verb: "history" },
  },
  { names: ["ctrl-n"], action: { type: "history", by: 1 }, shown: null },
  { names: ["ctrl-r"], action: { type: "search" }, shown: { key: "Ctrl-R", verb: "search the history" } },
  {
    names: ["ctrl-x"],
    action: { type: "chord" },
    shown: { key: "Ctrl-X Ctrl-E", verb: "edit in $EDITOR" },
  },
  { names: ["left", "ctrl-b"], action: { type: "move", to: "left" }, shown: null },
  { names: ["right", "ctrl-f"], action: { type: "move", to: "right" }, shown: null },
  {
    names: ["alt-b", "ctrl-left", "alt-left"],
    action: { type: "move", to: "word-left" },
    shown: { key: "Alt-B Alt-F", verb: "word left, right" },
  },
  { names: ["alt-f", "ctrl-right", "alt-right"], action: { type: "move", to: "word-right" }, shown: null },
  {
    names: ["ctrl-a", "home"],
    action: { type: "move", to: "line-start" },
    shown: { key: "Ctrl-A Ctrl-E", verb: "start, end of the line" },
  },
  { names: ["ctrl-e", "end"], action: { type: "move", to: "line-end" }, shown: null },
  { names: ["alt-<", "ctrl-home"], action: { type: "move", to: "text-start" }, shown: null },
  { names: ["alt->", "ctrl-end"], action: { type: "move", to: "text-end" }, shown: null },
  { names: ["backspace", "shift-backspace"], action: { type: "erase", to: "left" }, shown: null },
  { names: ["delete"], action: { type: "erase", to: "right" }, shown: null },
  {
    names: ["ctrl-w"],
    action: { type: "kill", to: "blank-left" },
    shown: { key: "Ctrl-W Ctrl-U Ctrl-K", verb: "kill word, to start, to end" },
  },
  { names: ["alt-backspace"], action: { type: "kill", to: "word-left" }, shown: null },
  { names: ["alt-d", "ctrl-delete"], action: { type: "kill", to: "word-right" }, shown: null },
  { names: ["ctrl-u"], action: { type: "kill", to: "line-start" }, shown: null },
  { names: ["ctrl-k"], action: { type: "kill", to: "line-end" }, shown: null },
  { names: ["ctrl-y"], action: { type: "yank" }, shown: { key: "Ctrl-Y", verb: "put back what was killed" } },
  { names: ["ctrl-_", "alt-u"], action: { type: "undo" }, shown: { key: "Ctrl-_ Alt-U", verb: "undo" } },
  {
    names: ["ctrl-l"],
    action: { type: "effect", effect: { kind: "clear" } },
    shown: { key: "Ctrl-L", verb: "clear the screen" },
  },
  {
    names: ["ctrl-z"],
    action: { type: "effect", effect: { kind: "suspend" } },
    shown: { key: "Ctrl-Z", verb: "suspend" },
  },
  { names: ["ctrl-c"], action: { type: "interrupt" }, shown: { key: "Ctrl-C", verb: "drop the line" } },
  {
    names: ["ctrl-d"],
    action: { type: "erase-or-end" },
    shown: { key: "Ctrl-D", verb: "leave, on an empty line" },
  },
];
