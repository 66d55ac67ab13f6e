import { formatBytes, formatMs } from "./limit.ts";
import type { RunStats, Tally } from "./tally.ts";

/** `1,200 records (3.4M) in, 5 records (120 bytes) out, 1.2 s, 2.8M/s, peak memory 84M` */
export function wordStats({ tally, wallMs, peakBytes }: RunStats): string {
  const parts = [
    ...(tally
      ? [
          `${records(tally.recordsIn)} (${formatBytes(tally.bytesIn)}) in`,
          `${records(tally.recordsOut)} (${formatBytes(tally.bytesOut)}) out`,
        ]
      : ["records and bytes unknown"]),
    formatMs(wallMs),
    ...(tally ? rate(tally.bytesIn, wallMs) : []),
    `peak memory ${peakBytes === null ? "unknown" : formatBytes(peakBytes)}`,
  ];
  return parts.join(", ");
}

/** The same as one line of JSON. */
export function statsJson({ tally, wallMs, peakBytes }: RunStats): string {
  const unknown = { recordsIn: null, bytesIn: null, recordsOut: null, bytesOut: null };
  return JSON.stringify({ v: 1, ...(tally ?? unknown), wallMs, peakBytes });
}

/**
 * How far a run is, for one line of a terminal: `1.2G of 4G (30%), 12,345,678 records, 410M/s, 7 s left`. `bytes`
 * null: the input's size is not known.
 */
export function wordProgress(
  tally: Tally,
  { bytes, ms }: { readonly bytes: number | null; readonly ms: number },
): string {
  const share = bytes === null || bytes === 0 ? null : Math.min(1, tally.bytesIn / bytes);
  const read = formatBytes(tally.bytesIn);
  return [
    share === null || bytes === null
      ? read
      : `${read} of ${formatBytes(bytes)} (${Math.floor(share * 100)}%)`,
    ...(tally.recordsIn > 0 ? [records(tally.recordsIn)] : []),
    ...rate(tally.bytesIn, ms),
    ...(share !== null && share > 0 && share < 1
      ? [`${formatMs(rounded((ms * (1 - share)) / share))} left`]
      : []),
  ].join(", ");
}

function records(count: number): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? "record" : "records"}`;
}

function rate(bytes: number, ms: number): readonly string[] {
  return ms < 1 || bytes < 1024 * 1024 ? [] : [`${formatBytes(Math.round((bytes / ms) * 1000))}/s`];
}

/** Whole seconds, and whole minutes from two minutes on: what is left is not known any better. */
function rounded(ms: number): number {
  const unit = ms < 120_000 ? 1000 : 60_000;
  return Math.max(1, Math.round(ms / unit)) * unit;
}
