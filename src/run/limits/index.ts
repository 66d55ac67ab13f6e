import type { Invocation } from "../../terms/invocation.ts";
import type { Limits } from "../../terms/limit.ts";
import { cpu } from "./cpu.ts";
import { files } from "./files.ts";
import type { LimitRow, Rlimit, Watch } from "./limit-row.ts";
import { line } from "./line.ts";
import { memory } from "./memory.ts";
import { output } from "./output.ts";
import { records } from "./records.ts";
import { wall } from "./wall.ts";

/** Every limit there is. A new one is a file and a line here. */
export const LIMIT_ROWS: readonly LimitRow[] = [cpu, wall, memory, output, records, line, files];

/** All seals put together. */
export function applyLimits(limits: Limits): {
  readonly rlimits: readonly Rlimit[];
  readonly v8Flags: readonly string[];
  readonly watch: Watch;
  readonly alarmMs: number | null;
  readonly invocation: Partial<Invocation>;
} {
  const seals = LIMIT_ROWS.map((row) => row.seal(limits));
  return {
    rlimits: seals.flatMap((seal) => seal.rlimits ?? []),
    v8Flags: seals.flatMap((seal) => seal.v8Flags ?? []),
    watch: Object.assign({ wallMs: null, residentBytes: null }, ...seals.map((seal) => seal.watch ?? {})),
    alarmMs: seals.find((seal) => seal.alarmMs !== undefined)?.alarmMs ?? null,
    invocation: Object.assign({}, ...seals.map((seal) => seal.invocation ?? {})),
  };
}
