import { formatBytes } from "../../terms/limit.ts";
import type { LimitRow } from "./limit-row.ts";

/**
 * Bytes of results and messages, counted by the runner before it writes (`Invocation.maxOutputBytes`).
 * RLIMIT_FSIZE would hit the user's own `> file`. A snippet that breaks the runner escapes this count, not the other
 * limits.
 */
export const output: LimitRow = {
  name: "output",
  enforcedBy: "the runner in the child",
  flag: "--max-output",
  show: ({ outputBytes }) => (outputBytes === null ? "none" : formatBytes(outputBytes)),
  seal: ({ outputBytes }) => ({ invocation: { maxOutputBytes: outputBytes } }),
};
