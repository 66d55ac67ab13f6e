import type { LimitRow } from "./limit-row.ts";

/** Open files (24 starts the engine, 16 does not) and no core dumps: fixed, not settable. */
export const files: LimitRow = {
  name: "files",
  enforcedBy: "the kernel (RLIMIT_NOFILE, RLIMIT_CORE)",
  seal: () => ({
    ulimits: [
      { flag: "c", side: "-SH", value: 0 },
      { flag: "n", side: "-SH", value: 64 },
    ],
  }),
};
