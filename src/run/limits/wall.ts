import { formatMs } from "../../terms/limit.ts";
import type { LimitRow } from "./limit-row.ts";

/** Wall time: a timer in the parent, which kills the child's whole group. */
export const wall: LimitRow = {
  name: "wall",
  enforcedBy: "a timer in the parent",
  flag: "--time",
  show: ({ wallMs }) => (wallMs === null ? "none" : formatMs(wallMs)),
  seal: ({ wallMs }) => (wallMs === null ? {} : { watch: { wallMs } }),
};
