import type { LimitRow } from "./limit-row.ts";

/**
 * RLIMIT_CPU, in whole seconds (rounded up). The soft limit raises SIGXCPU (exit 152); the hard one, a second
 * later, kills. Equal values would kill at once and hide the cause (setrlimit(2)).
 */
export const cpu: LimitRow = {
  name: "cpu",
  enforcedBy: "the kernel (RLIMIT_CPU)",
  seal({ cpuMs }) {
    if (cpuMs === null) return {};
    const seconds = Math.ceil(cpuMs / 1000);
    return {
      ulimits: [
        { flag: "t", side: "-S", value: seconds },
        { flag: "t", side: "-H", value: seconds + 1 },
      ],
    };
  },
};
