import { totalmem } from "node:os";
import { WritError } from "../terms/failure.ts";
import {
  cpuMsFor,
  DRAFT_LIMITS,
  formatBytes,
  formatMs,
  formatRecords,
  keptLimits,
  type Limits,
  MEMORY_BYTES_LEAST,
  parseCount,
  parseDurationMs,
  parseLineBytes,
  parseSizeBytes,
} from "../terms/limit.ts";
import type { Ceilings } from "./ceilings.ts";

/** Limits as typed on the command line. */
export interface LimitFlags {
  readonly time?: string;
  readonly cpu?: string;
  readonly memory?: string;
  readonly maxOutput?: string;
  readonly maxRecords?: string;
  readonly maxLine?: string;
}

/** A limit as a flag, and as the setting that is its ceiling. */
interface LimitFlag {
  readonly word: keyof LimitFlags;
  readonly flag: string;
  readonly key: string;
  readonly limit: keyof Limits;
  /** What it may be; completes "must be …". */
  readonly allowed: string;
  /** The value, or the sentence to show where it cannot be. */
  parse(text: string): number | string;
}

const DURATION = { allowed: "a duration from 1ms to 24h such as 10s or 5m", parse: parseDurationMs };

/** Every limit that can be typed. */
export const LIMIT_FLAGS: readonly LimitFlag[] = [
  { word: "time", flag: "--time", key: "limits.time", limit: "wallMs", ...DURATION },
  { word: "cpu", flag: "--cpu", key: "limits.cpu", limit: "cpuMs", ...DURATION },
  {
    ...{ word: "memory", flag: "--memory", key: "limits.memory", limit: "memoryBytes" },
    allowed: "a size from 128M to 1024G such as 256M or 2G",
    parse: (text) => parseSizeBytes(text, MEMORY_BYTES_LEAST),
  },
  {
    ...{ word: "maxOutput", flag: "--max-output", key: "limits.output", limit: "outputBytes" },
    allowed: "a size from 1K to 1024G such as 256M or 2G",
    parse: (text) => parseSizeBytes(text),
  },
  {
    ...{ word: "maxRecords", flag: "--max-records", key: "limits.records", limit: "records" },
    allowed: "a whole number from 1 such as 1000",
    parse: parseCount,
  },
  {
    ...{ word: "maxLine", flag: "--max-line", key: "limits.line", limit: "lineBytes" },
    allowed: "a size from 1K to 500M such as 256M",
    parse: parseLineBytes,
  },
];

/** The typed limits as numbers. Throws `usage` naming the flag, its value and what it may be. */
export function readLimitFlags(flags: LimitFlags, ceilings?: Ceilings): Partial<Limits> {
  const typed = LIMIT_FLAGS.flatMap((row) => {
    const text = flags[row.word];
    return text === undefined ? [] : [[row.limit, readLimit(row, text, ceilings)] as const];
  });
  return Object.fromEntries(typed);
}

function readLimit({ flag, key, limit, parse }: LimitFlag, text: string, ceilings?: Ceilings): number {
  const value = parse(text);
  if (typeof value === "string") throw new WritError({ kind: "usage", problem: `${flag} ${value}` });
  const ceiling = ceilings?.limits[limit];
  if (ceilings === undefined || ceiling === undefined || ceiling === null || value <= ceiling) return value;
  throw new WritError({
    kind: "usage",
    problem: `${flag} is ${JSON.stringify(text)}, and ${key} in ${ceilings.path} allows at most ${formatLimit(limit, ceiling)}`,
    help: `type less, or raise it: writ config ${key} ${text}`,
  });
}

function formatLimit(limit: keyof Limits, value: number): string {
  if (limit === "records") return formatRecords(value);
  return limit === "wallMs" || limit === "cpuMs" ? formatMs(value) : formatBytes(value);
}

/** Limits of a draft: this run's, and those a kept command will have. What was typed changes both. */
export function draftLimits(
  flags: LimitFlags,
  ceilings?: Ceilings,
): { readonly run: Limits; readonly kept: Limits } {
  const typed = readLimitFlags(flags, ceilings);
  return { run: { ...DRAFT_LIMITS, ...typed }, kept: { ...keptLimits(totalmem()), ...typed } };
}

/** Limits of one run of a kept command: the approved ones, CPU by input size where none was fixed, then what was typed. */
export function runLimits(approved: Limits, inputBytes: number | null, typed: Partial<Limits>): Limits {
  return { ...approved, cpuMs: approved.cpuMs ?? cpuMsFor(inputBytes), ...typed };
}
