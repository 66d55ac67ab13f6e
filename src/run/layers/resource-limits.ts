import type { Rlimit } from "../limits/limit-row.ts";
import { type Call, MAY_FAIL } from "../stage/call.ts";
import { always, type Layer } from "./layer.ts";

// linux/resource.h (asm-generic).
const RESOURCES = { cpu: 0, data: 2, core: 4, files: 7 } as const;

/**
 * Resource limits, set before the engine starts. CPU is the starting shell's to set: it follows the size of
 * the input, and a stage is made once for many inputs.
 */
export const resourceLimits: Layer = {
  name: "resource limits",
  stops: "endless CPU, endless memory, core dumps, many open files",
  isPartOf: always,
  apply: (inner, { rlimits, level }) => {
    const isStaged = (limit: Rlimit) => (level === "strong" || level === "full") && limit.resource !== "cpu";
    return {
      ...inner,
      ulimits: [...inner.ulimits, ...rlimits.filter((limit) => !isStaged(limit))],
      calls: [...inner.calls, ...rlimits.filter(isStaged).map(setLimit)],
    };
  },
};

// A caller's hard limit that is stricter than ours cannot be raised (EPERM): then it stays as it is.
function setLimit({ resource, soft, hard }: Rlimit): Call {
  return { call: "prlimit64", args: [0, RESOURCES[resource], { words: [soft, hard] }, 0], most: MAY_FAIL };
}
