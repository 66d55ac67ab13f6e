/**
 * What a run may use. `null` is no limit, and only where it says so. Units stand in the names.
 * Memory is what exceeds an empty snippet's use.
 */
export interface Limits {
  readonly cpuMs: number | null;
  readonly wallMs: number | null;
  readonly memoryBytes: number;
  readonly outputBytes: number | null;
}

export type LimitName = "cpu" | "wall" | "memory" | "output";

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

export const MEMORY_BYTES_LEAST = 128 * MIB;

/** Limits of a draft's first run. */
export const DRAFT_LIMITS: Limits = {
  cpuMs: 60_000,
  wallMs: 60_000,
  memoryBytes: 512 * MIB,
  outputBytes: GIB,
};

/**
 * Limits of a kept command, fixed at approval: no wall, no output limit; memory the lesser of 2 GB and a
 * quarter of the machine's. CPU `null` here means "by input size", see {@link cpuMsFor}.
 */
export function keptLimits(machineBytes: number): Limits {
  const memory = Math.max(MEMORY_BYTES_LEAST, Math.min(2 * GIB, Math.floor(machineBytes / 4 / MIB) * MIB));
  return { cpuMs: null, wallMs: null, memoryBytes: memory, outputBytes: null };
}

/** CPU of a kept command: 60 s plus 1 s per 10 MB of known input; none on a pipe (size unknown). */
export function cpuMsFor(inputBytes: number | null): number | null {
  return inputBytes === null ? null : 60_000 + Math.ceil(inputBytes / 10_000_000) * 1000;
}

const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/;
const UNIT_MS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const DURATION_MS_MOST = 24 * 3_600_000;

/** `10s`, `5m`, `250ms`, `1.5h` to milliseconds. Returns the sentence to show where it cannot be. */
export function parseDurationMs(text: string): number | string {
  const match = DURATION.exec(text);
  const ms = match ? Math.round(Number(match[1]) * UNIT_MS[match[2]!]!) : Number.NaN;
  if (!match || !(ms >= 1) || ms > DURATION_MS_MOST) {
    return `is ${JSON.stringify(text)}, and must be a duration from 1ms to 24h such as 500ms, 10s or 5m`;
  }
  return ms;
}

const SIZE = /^(\d+(?:\.\d+)?)([KMG])(?:i?B)?$/;
const UNIT_BYTES: Record<string, number> = { K: 1024, M: MIB, G: GIB };

/** `512M`, `2G` (powers of 1024) to bytes, at least `least`. Returns the sentence to show where it cannot be. */
export function parseSizeBytes(text: string, least = 1024): number | string {
  const match = SIZE.exec(text);
  const bytes = match ? Math.round(Number(match[1]) * UNIT_BYTES[match[2]!]!) : Number.NaN;
  if (!match || !(bytes >= least) || bytes > 1024 * GIB) {
    return `is ${JSON.stringify(text)}, and must be a size from ${formatBytes(least)} to 1024G such as 256M or 2G`;
  }
  return bytes;
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
