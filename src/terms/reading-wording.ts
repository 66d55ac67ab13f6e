import type { KeptReading } from "./format.ts";

/** As it would be typed. */
export function wordReading({ from, header, ragged, encoding, invalidBytes }: KeptReading): string {
  return [
    ...(from ? [`--from ${from}`] : []),
    ...(header === false ? ["--no-header"] : []),
    ...(ragged ? [`--ragged ${ragged}`] : []),
    ...(encoding ? [`--encoding ${encoding}`] : []),
    ...(invalidBytes ? [`--invalid-bytes ${invalidBytes}`] : []),
  ].join(" ");
}
