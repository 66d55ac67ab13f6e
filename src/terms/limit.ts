/**
 * What a run may use. `null` is no limit, and only where it says so. Units stand in the names.
 * Memory is what exceeds an empty snippet's use.
 */
export interface Limits {
  readonly cpuMs: number | null;
  readonly wallMs: number | null;
  readonly memoryBytes: number;
  /** What it writes, results and messages together. */
  readonly outputBytes: number | null;
  /** Items of its result. */
  readonly records: number | null;
  /** The longest line of its input. */
  readonly lineBytes: number;
}

/** Limits that a run can end at. A line that is too long is malformed input. */
export type LimitName = "cpu" | "wall" | "memory" | "output" | "records";

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

export const MEMORY_BYTES_LEAST = 128 * MIB;
/** A line is one string, and the engine's are shorter than 512 MB. */
const LINE_BYTES_MOST = 500 * MIB;

/** Limits that came after the first approvals were given: what is stored without them means these. */
export const LATER_LIMITS = { records: null, lineBytes: 64 * MIB } as const satisfies Partial<Limits>;

/** Limits of a draft's first run. */
export const DRAFT_LIMITS: Limits = {
  cpuMs: 60_000,
  wallMs: 60_000,
  memoryBytes: 512 * MIB,
  outputBytes: GIB,
  ...LATER_LIMITS,
};

/** Limits of a trial and of one example: they read little, and nobody waits long to see a draft fail. */
export const TRIAL_LIMITS: Limits = {
  cpuMs: 10_000,
  wallMs: 10_000,
  memoryBytes: 256 * MIB,
  outputBytes: 16 * MIB,
  ...LATER_LIMITS,
};

/**
 * Limits of a kept command, fixed at approval: no wall, no limit on output; memory the lesser of 2 GB and a
 * quarter of the machine's. CPU `null` here means "by input size", see {@link cpuMsFor}.
 */
export function keptLimits(machineBytes: number): Limits {
  const memory = Math.max(MEMORY_BYTES_LEAST, Math.min(2 * GIB, Math.floor(machineBytes / 4 / MIB) * MIB));
  return { cpuMs: null, wallMs: null, memoryBytes: memory, outputBytes: null, ...LATER_LIMITS };
}

/** CPU of a kept command: 60 s plus 1 s per 10 MB of known input; none on a pipe (size unknown). */
export function cpuMsFor(inputBytes: number | null): number | null {
  return inputBytes === null ? null : 60_000 + Math.ceil(inputBytes / 10_000_000) * 1000;
}

const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/;
const UNIT_MS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const DURATION_MS_MOST = 24 * 3_600_000;

/** `10s`, `5m`, `250ms`, `1.5h` to milliseconds. Returns the sentence to show where it cannot be. */
export function parseDurationMs(text: string, leastMs = 1): number | string {
  const match = DURATION.exec(text);
  const ms = match ? Math.round(Number(match[1]) * UNIT_MS[match[2]!]!) : Number.NaN;
  if (!match || !(ms >= leastMs) || ms > DURATION_MS_MOST) {
    return `is ${JSON.stringify(text)}, and must be a duration from ${leastMs === 1 ? "1ms" : `${leastMs / 1000}s`} to 24h such as ${leastMs === 1 ? "500ms, " : ""}10s or 5m`;
  }
  return ms;
}

const SIZE = /^(\d+(?:\.\d+)?)([KMG])(?:i?B)?$/;
const UNIT_BYTES: Record<string, number> = { K: 1024, M: MIB, G: GIB };

/** `512M`, `2G` (powers of 1024) to bytes within bounds. Returns the sentence to show where it cannot be. */
export function parseSizeBytes(text: string, least = 1024, most = 1024 * GIB): number | string {
  const match = SIZE.exec(text);
  const bytes = match ? Math.round(Number(match[1]) * UNIT_BYTES[match[2]!]!) : Number.NaN;
  if (!match || !(bytes >= least) || bytes > most) {
    const [from, to] = [formatBytes(least), formatBytes(most)];
    return `is ${JSON.stringify(text)}, and must be a size from ${from} to ${to} such as 256M${most < 2 * GIB ? "" : " or 2G"}`;
  }
  return bytes;
}

/** {@link parseDurationMs} for CPU time, which the kernel limits in whole seconds. */
export function parseCpuMs(text: string): number | string {
  return parseDurationMs(text, 1000);
}

/** {@link parseSizeBytes} for the length of a line. */
export function parseLineBytes(text: string): number | string {
  return parseSizeBytes(text, 1024, LINE_BYTES_MOST);
}

const COUNT_MOST = 1_000_000_000_000;

/** `1000` to a number of records. Returns the sentence to show where it cannot be. */
export function parseCount(text: string): number | string {
  const count = /^\d{1,13}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= COUNT_MOST) return count;
  return `is ${JSON.stringify(text)}, and must be a whole number from 1 to ${COUNT_MOST} such as 1000`;
}

/** `1.5 s`, `250 ms`, `5 m`: for messages. */
export function formatMs(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 120_000) return `${(ms / 1000).toFixed(1).replace(/\.0$/, "")} s`;
  return `${(ms / 60_000).toFixed(1).replace(/\.0$/, "")} m`;
}

/** `512M`, `1.5G`, `300 bytes`: for messages. */
export function formatBytes(bytes: number): string {
  for (const [unit, size] of [
    ["G", GIB],
    ["M", MIB],
    ["K", 1024],
  ] as const) {
    if (bytes >= size) return `${(bytes / size).toFixed(1).replace(/\.0$/, "")}${unit}`;
  }
  return bytes === 1 ? "1 byte" : `${bytes} bytes`;
}

/** `1 record`, `1000 records`: for messages. */
export function formatRecords(count: number): string {
  return `${count} ${count === 1 ? "record" : "records"}`;
}
