import { formatBytes, type Limits } from "../../terms/limit.ts";
import type { LimitRow } from "./limit-row.ts";

const MIB = 1024 * 1024;

// What the engine itself needs, measured with Deno 2.9.5 on x64: address space of class "data" that it
// reserves at start, and resident memory of an empty snippet.
const ENGINE_DATA_BYTES = 544 * MIB;
const ENGINE_RESIDENT_BYTES = 64 * MIB;

/** The engine's reservation and what a run may have, as RLIMIT_DATA counts both. */
export function dataBytesOf({ memoryBytes }: Pick<Limits, "memoryBytes">): number {
  return memoryBytes + ENGINE_DATA_BYTES;
}

/**
 * Memory over an empty snippet's use. Three hands: the engine's heap flag (strings and objects; ends with
 * SIGTRAP, 133), RLIMIT_DATA (buffers and WebAssembly; a RangeError that the runner turns into 137), and the
 * parent, which polls resident memory and kills. RLIMIT_AS is of no use: the engine reserves over 32 GB.
 */
export const memory: LimitRow = {
  name: "memory",
  enforcedBy: "the engine's heap flag, RLIMIT_DATA, and a watchdog in the parent",
  flag: "--memory",
  show: ({ memoryBytes }) => formatBytes(memoryBytes),
  seal({ memoryBytes }) {
    const data = dataBytesOf({ memoryBytes });
    return {
      rlimits: [{ resource: "data", soft: data, hard: data }],
      v8Flags: [`--max-old-space-size=${Math.floor(memoryBytes / MIB)}`],
      invocation: { memoryBytes },
      watch: { residentBytes: memoryBytes + ENGINE_RESIDENT_BYTES },
    };
  },
};
