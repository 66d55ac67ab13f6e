import type { Limits } from "../../terms/limit.ts";
import { cpu } from "./cpu.ts";
import { files } from "./files.ts";
import type { LimitRow, Rlimit, Watch } from "./limit-row.ts";
import { memory } from "./memory.ts";
import { output } from "./output.ts";
import { wall } from "./wall.ts";

/** Every limit there is. A new one is a file and a line here. */
export const LIMIT_ROWS: readonly LimitRow[] = [cpu, wall, memory, output, files];

/** All seals put together. */
export function applyLimits(limits: Limits): {
  readonly rlimits: readonly Rlimit[];
  readonly v8Flags: readonly string[];
  readonly watch: Watch;
} {
  const seals = LIMIT_ROWS.map((row) => row.seal(limits));
  return {
    rlimits: seals.flatMap((seal) => seal.rlimits ?? []),
    v8Flags: seals.flatMap((seal) => seal.v8Flags ?? []),
    watch: Object.assign({ wallMs: null, residentBytes: null }, ...seals.map((seal) => seal.watch ?? {})),
  };
}
