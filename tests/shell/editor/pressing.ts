import {
  type EditorContext,
  type EditorEffect,
  type EditorState,
  editorKey,
  startEditor,
} from "../../../src/shell/editor/editor.ts";
import { editorText } from "../../../src/shell/editor/state.ts";
import { graphemes } from "../../../src/shell/graphemes.ts";
import type { Key } from "../../../src/shell/key.ts";

/** A key by its name; `"…"` is typed grapheme by grapheme, and `{ paste }` is pasted. */
export type Press = string | { readonly paste: string };

/** A context of 80 columns, without history and choices, unless told. */
export function context(over: Partial<EditorContext> = {}): EditorContext {
  return { columns: 80, history: [], complete: () => null, ...over };
}

/** The editor after keys, and every effect they had. */
export function press(
  start: EditorState | string,
  presses: readonly Press[],
  over: Partial<EditorContext> = {},
): { readonly state: EditorState; readonly effects: readonly EditorEffect[] } {
  const effects: EditorEffect[] = [];
  let state = typeof start === "string" ? startEditor(start) : start;
  for (const key of presses.flatMap(keysOf)) {
    const step = editorKey(state, key, context(over));
    state = step.state;
    if (step.effect !== null) effects.push(step.effect);
  }
  return { state, effects };
}

/** The text with `|` at the cursor; a folded paste as its label. */
export function shown(state: EditorState): string {
  const { text, cursor } = state.now;
  const labelled = (part: string) =>
    Array.from(graphemes(part), ({ segment }) => labelOf(state, segment)).join("");
  return `${labelled(text.slice(0, cursor))}|${labelled(text.slice(cursor))}`;
}

export { editorText };

function labelOf({ pastes }: EditorState, segment: string): string {
  return pastes[segment.codePointAt(0)! - 0xe0200]?.label ?? segment;
}

function keysOf(one: Press): readonly Key[] {
  if (typeof one !== "string") return [{ name: "paste", text: one.paste }];
  if (!one.startsWith('"')) return [{ name: one, text: "" }];
  return Array.from(graphemes(one.slice(1, -1)), ({ segment }) => ({ name: segment, text: segment }));
}
