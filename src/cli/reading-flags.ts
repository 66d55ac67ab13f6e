import { Option } from "commander";
import { FORMATS, type FormatName, type HowRead, RAGGED, type Ragged } from "../terms/format.ts";

/** How the input is read, as typed: `--from`, `--no-header`, `--ragged`. */
export interface ReadingFlags {
  readonly from?: FormatName;
  readonly header?: boolean;
  readonly ragged?: Ragged;
}

/** Each a fresh one: commander keeps state in them. */
export const readingOptions = {
  from: () =>
    new Option("--from <format>", "the input's format, instead of detecting it").choices([...FORMATS]),
  header: () => new Option("--no-header", "the first row of a table is data: its columns are c1, c2, …"),
  ragged: () =>
    new Option("--ragged <how>", "rows with more or fewer cells than the first (default error)").choices([
      ...RAGGED,
    ]),
};

export function howRead({ from, header = true, ragged }: ReadingFlags): HowRead {
  return { from: from ?? "auto", header, ...(ragged ? { ragged } : {}) };
}
