import {
  type Limits,
  MEMORY_BYTES_LEAST,
  parseCount,
  parseCpuMs,
  parseDurationMs,
  parseLineBytes,
  parseSizeBytes,
} from "../../terms/limit.ts";

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
export interface LimitFlag {
  readonly word: keyof LimitFlags;
  readonly flag: string;
  readonly key: string;
  readonly limit: keyof Limits;
  /** What it may be; completes "must be …". */
  readonly allowed: string;
  /** The value, or the sentence to show where it cannot be. */
  parse(text: string): number | string;
}

const CPU = { allowed: "a duration from 1s to 24h such as 10s or 5m", parse: parseCpuMs };
const DURATION = { allowed: "a duration from 1ms to 24h such as 10s or 5m", parse: parseDurationMs };

/** Every limit that can be typed. */
export const LIMIT_FLAGS: readonly LimitFlag[] = [
  { word: "time", flag: "--time", key: "limits.time", limit: "wallMs", ...DURATION },
  { word: "cpu", flag: "--cpu", key: "limits.cpu", limit: "cpuMs", ...CPU },
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
