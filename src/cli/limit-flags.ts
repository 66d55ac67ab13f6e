import { totalmem } from "node:os";
import { WritError } from "../terms/failure.ts";
import {
  cpuMsFor,
  DRAFT_LIMITS,
  keptLimits,
  type Limits,
  MEMORY_BYTES_LEAST,
  parseCount,
  parseDurationMs,
  parseLineBytes,
  parseSizeBytes,
} from "../terms/limit.ts";

/** Limits as typed on the command line. */
export interface LimitFlags {
  readonly time?: string;
  readonly cpu?: string;
  readonly memory?: string;
  readonly maxOutput?: string;
  readonly maxRecords?: string;
  readonly maxLine?: string;
}

interface FlagRow {
  readonly word: keyof LimitFlags;
  readonly flag: string;
  readonly limit: keyof Limits;
  /** The value, or the sentence to show where it cannot be. */
  parse(text: string): number | string;
}

const FLAG_ROWS: readonly FlagRow[] = [
  { word: "time", flag: "--time", limit: "wallMs", parse: parseDurationMs },
  { word: "cpu", flag: "--cpu", limit: "cpuMs", parse: parseDurationMs },
  {
    word: "memory",
    flag: "--memory",
    limit: "memoryBytes",
    parse: (text) => parseSizeBytes(text, MEMORY_BYTES_LEAST),
  },
  { word: "maxOutput", flag: "--max-output", limit: "outputBytes", parse: (text) => parseSizeBytes(text) },
  { word: "maxRecords", flag: "--max-records", limit: "records", parse: parseCount },
  { word: "maxLine", flag: "--max-line", limit: "lineBytes", parse: parseLineBytes },
];

/** The typed limits as numbers. Throws `usage` naming the flag, its value and what it may be. */
export function readLimitFlags(flags: LimitFlags): Partial<Limits> {
  const typed = FLAG_ROWS.flatMap(({ word, flag, limit, parse }) => {
    const text = flags[word];
    return text === undefined ? [] : [[limit, checked(flag, parse(text))] as const];
  });
  return Object.fromEntries(typed);
}

/** Limits of a draft: this run's, and those a kept command will have. What was typed changes both. */
export function draftLimits(flags: LimitFlags): { readonly run: Limits; readonly kept: Limits } {
  const typed = readLimitFlags(flags);
  return { run: { ...DRAFT_LIMITS, ...typed }, kept: { ...keptLimits(totalmem()), ...typed } };
}

/** Limits of one run of a kept command: the approved ones, CPU by input size where none was fixed, then what was typed. */
export function runLimits(approved: Limits, inputBytes: number | null, typed: Partial<Limits>): Limits {
  return { ...approved, cpuMs: approved.cpuMs ?? cpuMsFor(inputBytes), ...typed };
}

function checked(flag: string, value: number | string): number {
  if (typeof value === "number") return value;
  throw new WritError({ kind: "usage", problem: `${flag} ${value}` });
}
