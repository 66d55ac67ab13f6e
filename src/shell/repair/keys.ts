import type { KeyRow } from "../key-line.ts";

/** Where a run failed and a model could mend its code. */
export const REPAIR_KEYS: readonly KeyRow<"yes" | "no" | "show-keys">[] = [
  { names: ["r"], action: "yes", shown: { key: "r", verb: "repair with the model" } },
  { names: ["n", "q", "escape", "ctrl-c"], action: "no", shown: { key: "n", verb: "leave it" } },
  { names: ["enter", "ctrl-j"], action: "show-keys", shown: null },
];
