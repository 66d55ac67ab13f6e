import type { KeyRow } from "../key-line.ts";

export const CONSENT_KEYS: readonly KeyRow<"yes" | "no" | "show-keys">[] = [
  { names: ["y"], action: "yes", shown: { key: "y", verb: "send" } },
  { names: ["n", "q", "escape"], action: "no", shown: { key: "n", verb: "names and types only" } },
  { names: ["enter", "ctrl-j"], action: "show-keys", shown: null },
];
