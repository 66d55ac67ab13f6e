import type { KeyRow } from "../key-line.ts";

/** While something is on its way that can be stopped. */
export const STOP_KEYS: readonly KeyRow<"stop">[] = [
  { names: ["escape", "ctrl-c"], action: "stop", shown: { key: "Esc", verb: "stops" } },
];

/** On the last result, after Esc in an empty line: a letter alone would be the start of a directive. */
export const RESULT_KEYS: readonly KeyRow<"open" | "write" | "copy" | "back">[] = [
  { names: ["o"], action: "open", shown: { key: "o", verb: "open" } },
  { names: ["w"], action: "write", shown: { key: "w", verb: "write to a file" } },
  { names: ["c"], action: "copy", shown: { key: "c", verb: "copy" } },
  { names: ["escape", "ctrl-c"], action: "back", shown: { key: "Esc", verb: "back" } },
];

/** The action of a key in a table, or null. */
export function actionOf<Action>(rows: readonly KeyRow<Action>[], name: string): Action | null {
  return rows.find(({ names }) => names.includes(name))?.action ?? null;
}
