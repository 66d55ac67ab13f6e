import type { LimitRow } from "./limit-row.ts";

/** Open files (24 starts the engine, 16 does not) and no core dumps: fixed, not settable. */
export const files: LimitRow = {
  name: "files",
  enforcedBy: "the kernel (RLIMIT_NOFILE, RLIMIT_CORE)",
  flag: null,
  show: () => "64 open, no core dumps",
  seal: () => ({
    rlimits: [
      { resource: "core", soft: 0, hard: 0 },
      { resource: "files", soft: 64, hard: 64 },
    ],
  }),
};
