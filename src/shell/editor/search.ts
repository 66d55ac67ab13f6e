import type { Key } from "../key.ts";
import { editText, type TextField, textField } from "../text-field.ts";
import { changed, type EditorState, recalled, type Searching, TYPING } from "./state.ts";

type SearchAction = "older" | "newer" | "leave" | "take";

/** The keys of the search. Any other that is no text takes what was found and does what it always does. */
const SEARCH_KEYS: Readonly<Record<string, SearchAction>> = {
  "ctrl-r": "older",
  up: "older",
  "ctrl-s": "newer",
  down: "newer",
  escape: "leave",
  "ctrl-g": "leave",
  "ctrl-c": "leave",
  enter: "take",
  tab: "take",
};

export function startSearch(state: EditorState, history: readonly string[]): EditorState {
  const draft = state.walk?.draft ?? state.now;
  const mode: Searching = { kind: "searching", query: textField(""), entries: history, found: null, draft };
  return { ...state, mode, walk: null, goalCells: null, last: null };
}

/** The editor after a key, or null: the search takes what it found and the key is the editor's own. */
export function searchKey(state: EditorState, mode: Searching, key: Key): EditorState | null {
  const action = SEARCH_KEYS[key.name];
  switch (action) {
    case "older":
      return searchOn(state, mode, -1);
    case "newer":
      return searchOn(state, mode, 1);
    case "leave":
      return { ...state, now: mode.draft, mode: TYPING };
    case "take":
      return takeFound(state, mode);
    default:
      return isQueryKey(key) ? searchFor(state, mode, editText(mode.query, key)) : null;
  }
}

/** The editor with what was found as its text, and the text from before in reach of undo. */
export function takeFound(state: EditorState, mode: Searching): EditorState {
  const typing = { ...state, mode: TYPING };
  return mode.found === null
    ? { ...typing, now: mode.draft }
    : changed({ ...typing, now: mode.draft }, state.now);
}

/** Where the words that are searched for first stand in what was found. */
export function foundAt(text: string, { query, found }: Searching): { from: number; to: number } | null {
  const from = found === null ? -1 : loosened(text, query.text).indexOf(query.text);
  return from === -1 ? null : { from, to: from + query.text.length };
}

function isQueryKey({ name, text }: Key): boolean {
  return text !== "" || name === "backspace" || name === "ctrl-u";
}

function searchFor(state: EditorState, mode: Searching, query: TextField): EditorState {
  // What is shown is kept as long as it still matches: the newest entry that does, from there on.
  const from = query.text.startsWith(mode.query.text)
    ? (mode.found ?? mode.entries.length - 1)
    : mode.entries.length - 1;
  return show(state, { ...mode, query }, find(mode.entries, query.text, from, -1));
}

function searchOn(state: EditorState, mode: Searching, by: -1 | 1): EditorState {
  const shown = mode.found === null ? null : mode.entries[mode.found];
  const start = (mode.found ?? mode.entries.length) + by;
  const found = find(mode.entries, mode.query.text, start, by, shown);
  return found === null ? state : show(state, mode, found);
}

function show(state: EditorState, mode: Searching, found: number | null): EditorState {
  const next = { ...state, mode: { ...mode, found } };
  return found === null ? { ...next, now: mode.draft } : recalled(next, mode.entries[found]!);
}

/** The index of the next entry that has the words in it and is not the one shown. */
function find(
  entries: readonly string[],
  words: string,
  from: number,
  by: -1 | 1,
  shown: string | null = null,
): number | null {
  if (words === "") return null;
  for (let at = from; at >= 0 && at < entries.length; at += by) {
    const entry = entries[at]!;
    if (entry !== shown && loosened(entry, words).includes(words)) return at;
  }
  return null;
}

/** A text as words without capitals are searched in it: in any case. */
function loosened(text: string, words: string): string {
  return words === words.toLowerCase() ? text.toLowerCase() : text;
}
