import { type EditorState, recalled } from "./state.ts";

/** The editor showing the entry before (-1) or after (1) the one shown; past the newest, the person's own text. */
export function walkHistory(state: EditorState, by: -1 | 1, history: readonly string[]): EditorState {
  // The history may grow meanwhile, by this shell or by another one: a walk keeps to the one it was started in.
  const walk = state.walk ?? { entries: history, at: history.length, draft: state.now };
  const at = walk.at + by;
  if (at < 0 || at > walk.entries.length) return state;
  if (at === walk.entries.length) return { ...state, now: walk.draft, walk: null, goalCells: null };
  return { ...recalled(state, walk.entries[at]!), walk: { ...walk, at } };
}
