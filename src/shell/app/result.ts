import { formatBytes } from "../../terms/limit.ts";

/** A result that can be named: `_3`. */
export interface ShellResult {
  readonly number: number;
  readonly title: string;
  readonly form: "records" | "lines" | "bytes";
  readonly rows: number;
  readonly bytes: number;
}

/** How far a run is. */
export interface Progress {
  readonly rows: number;
  readonly bytes: number;
}

/** `1,204 rows, 87K`, or the bytes alone where there are no rows. */
export function countWords({ rows, bytes }: Progress, form: ShellResult["form"]): string {
  if (form === "bytes") return formatBytes(bytes);
  const noun = form === "records" ? "row" : "line";
  return `${rows.toLocaleString("en-US")} ${noun}${rows === 1 ? "" : "s"}, ${formatBytes(bytes)}`;
}
