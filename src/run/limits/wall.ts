import { formatMs } from "../../terms/limit.ts";
import type { LimitRow } from "./limit-row.ts";

/** Wall time: a timer in the parent, which kills the child's whole group; on the direct face the kernel's own. */
export const wall: LimitRow = {
  name: "wall",
  enforcedBy: "a timer in the parent, or the kernel's (setitimer)",
  flag: "--time",
  show: ({ wallMs }) => (wallMs === null ? "none" : formatMs(wallMs)),
  seal: ({ wallMs }) => (wallMs === null ? {} : { watch: { wallMs }, alarmMs: wallMs }),
};
