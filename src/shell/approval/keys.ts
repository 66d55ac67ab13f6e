import type { KeyRow } from "../key-line.ts";
import type { ApprovalAction } from "./state.ts";

/** The keys of the approval screen. A key that is not here does nothing. */
export const APPROVAL_KEYS: readonly KeyRow<ApprovalAction>[] = [
  {
    names: ["y"],
    action: { type: "answer", answer: { kind: "yes" } },
    shown: { key: "y", verb: "run" },
  },
  { names: ["s"], action: { type: "name" }, shown: { key: "s", verb: "save and run" } },
  {
    names: ["n", "q", "escape"],
    action: { type: "answer", answer: { kind: "no" } },
    shown: { key: "n", verb: "no" },
  },
  { names: ["enter", "ctrl-j"], action: { type: "show-keys" }, shown: null },
  { names: ["up", "k"], action: { type: "scroll", to: "up" }, shown: null },
  { names: ["down", "j"], action: { type: "scroll", to: "down" }, shown: null },
  { names: ["pageup"], action: { type: "scroll", to: "page-up" }, shown: null },
  { names: ["pagedown"], action: { type: "scroll", to: "page-down" }, shown: null },
  { names: ["g", "home"], action: { type: "scroll", to: "top" }, shown: null },
  { names: ["G", "end"], action: { type: "scroll", to: "bottom" }, shown: null },
];
