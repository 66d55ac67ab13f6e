import { formatMs } from "../../terms/limit.ts";
import type { LimitRow } from "./limit-row.ts";

/**
 * RLIMIT_CPU, in whole seconds (rounded up). The soft limit raises SIGXCPU (exit 152); the hard one, a second
 * later, kills. Equal values would kill at once and hide the cause (setrlimit(2)). Where only wall time is
 * limited the kernel gets a bound of its own, twice that: should the parent with its timer be killed, the child
 * does not run for ever.
 */
export const cpu: LimitRow = {
  name: "cpu",
  enforcedBy: "the kernel (RLIMIT_CPU)",
  flag: "--cpu",
  show: ({ cpuMs }) =>
    cpuMs === null ? "60 s and 1 s for each 10 MB of FILEs; none on a pipe" : formatMs(cpuMs),
  seal({ cpuMs, wallMs }) {
    const boundMs = cpuMs ?? (wallMs === null ? null : 2 * wallMs);
    if (boundMs === null) return {};
    const seconds = Math.ceil(boundMs / 1000);
    return { rlimits: [{ resource: "cpu", soft: seconds, hard: seconds + 1 }] };
  },
};
