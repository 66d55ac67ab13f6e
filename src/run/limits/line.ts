import { formatBytes } from "../../terms/limit.ts";
import type { LimitRow } from "./limit-row.ts";

/**
 * The longest line of the input (`Invocation.maxLineBytes`): one over it is malformed, before the memory for it is
 * taken. `text()`, `bytes()` and one JSON document are not read by lines: there the limit on memory holds.
 */
export const line: LimitRow = {
  name: "line",
  enforcedBy: "the readers in the child",
  flag: "--max-line",
  show: ({ lineBytes }) => formatBytes(lineBytes),
  seal: ({ lineBytes }) => ({ invocation: { maxLineBytes: lineBytes } }),
};
