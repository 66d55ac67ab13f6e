import type { Key } from "../key.ts";
import { replaceRange } from "./edited-text.ts";
import {
  type Choice,
  type Complete,
  type Completing,
  type Completion,
  changed,
  type EditorState,
  TYPING,
} from "./state.ts";

type CompletingAction = "previous" | "next" | "take" | "close";

/** The keys of the choices. Any other closes them and does what it always does. */
const COMPLETING_KEYS: Readonly<Record<string, CompletingAction>> = {
  up: "previous",
  "shift-tab": "previous",
  "ctrl-p": "previous",
  down: "next",
  tab: "next",
  "ctrl-n": "next",
  enter: "take",
  escape: "close",
  "ctrl-g": "close",
};

/** Put in the only choice, or what all of them start with, and show them. */
export function startCompleting(state: EditorState, complete: Complete): EditorState {
  const completion = completionAt(state, complete);
  if (completion === null) return state;
  const [first, ...others] = completion.choices;
  if (others.length === 0) return take(state, completion, first!);
  const common = commonStart(completion.choices);
  const typed = state.now.text.slice(completion.from, completion.to);
  if (common.length <= typed.length || !common.startsWith(typed)) return showing(state, completion);
  const longer = changed(state, replaceRange(state.now, completion.from, completion.to, common));
  return reopened(longer, complete);
}

/** The choices for the text as it is now, or none. */
export function reopened(state: EditorState, complete: Complete): EditorState {
  const completion = completionAt(state, complete);
  return completion === null ? { ...state, mode: TYPING } : showing(state, completion);
}

/** The editor after a key, or null: the key is the editor's own. */
export function completingKey(state: EditorState, mode: Completing, key: Key): EditorState | null {
  const { completion, chosen } = mode;
  const { choices } = completion;
  const choose = (index: number) => ({ ...state, mode: { ...mode, chosen: index } });
  const action = COMPLETING_KEYS[key.name];
  switch (action) {
    case "previous":
      return choose((chosen + choices.length - 1) % choices.length);
    case "next":
      return choose((chosen + 1) % choices.length);
    case "close":
      return { ...state, mode: TYPING };
    case "take":
      return isTyped(state, completion, choices[chosen]!) ? null : take(state, completion, choices[chosen]!);
    default:
      return null;
  }
}

function completionAt({ now }: EditorState, complete: Complete): Completion | null {
  const completion = complete(now.text, now.cursor);
  return completion === null || completion.choices.length === 0 ? null : completion;
}

function showing(state: EditorState, completion: Completion): EditorState {
  return { ...state, mode: { kind: "completing", completion, chosen: 0 }, goalCells: null, last: null };
}

function take(state: EditorState, { from, to }: Completion, { text, isWhole }: Choice): EditorState {
  const isFollowed = /^\s/.test(state.now.text.slice(to));
  const added = isWhole && !isFollowed ? `${text} ` : text;
  return { ...changed(state, replaceRange(state.now, from, to, added)), mode: TYPING };
}

function isTyped({ now }: EditorState, { from, to }: Completion, { text }: Choice): boolean {
  return now.text.slice(from, to) === text;
}

function commonStart(choices: readonly Choice[]): string {
  const characters = Array.from(choices[0]!.text);
  const isCommon = (start: string) => choices.every(({ text }) => text.startsWith(start));
  let common = "";
  for (const character of characters) {
    if (!isCommon(common + character)) break;
    common += character;
  }
  return common;
}
