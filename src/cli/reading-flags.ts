import { Option } from "commander";
import { FORMATS, type FormatName, type HowRead, RAGGED, type Ragged } from "../terms/format.ts";

/** How the input is read, as typed: `--from`, `--no-header`, `--ragged`, `--strict`. */
export interface ReadingFlags {
  readonly from?: FormatName;
  readonly header?: boolean;
  readonly ragged?: Ragged;
  readonly strict?: boolean;
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
  strict: () =>
    new Option("--strict", "end (65) where the input is of another shape or a value is not as expected"),
};

export function howRead({ from, header = true, ragged, strict }: ReadingFlags): HowRead {
  return {
    from: from ?? "auto",
    header,
    ...(ragged ? { ragged } : {}),
    ...(strict ? { strict } : {}),
  };
}
