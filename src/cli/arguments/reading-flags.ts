import { Option } from "commander";
import {
  ENCODINGS,
  type Encoding,
  FORMATS,
  type FormatName,
  type HowRead,
  INVALID_BYTES,
  type InvalidBytes,
  type KeptReading,
  RAGGED,
  type Ragged,
} from "../../terms/format.ts";

/** How the input is read, as typed. */
export interface ReadingFlags {
  readonly from?: FormatName | "auto";
  readonly header?: boolean;
  readonly ragged?: Ragged;
  readonly strict?: boolean;
  readonly encoding?: Encoding | "auto";
  readonly invalidBytes?: InvalidBytes;
}

/** Each a fresh one: commander keeps state in them. */
export const readingOptions = {
  from: () =>
    new Option("--from <format>", "the input's format, instead of detecting it").choices([
      "auto",
      ...FORMATS,
    ]),
  header: () =>
    new Option("--header", "the first row of a table names its columns, whatever a command was kept with"),
  noHeader: () =>
    new Option(
      "--no-header",
      "the first row of a table is data, its columns are c1, c2, …; -o csv and tsv write no header",
    ),
  ragged: () =>
    new Option(
      "--ragged <how>",
      "rows with more or fewer cells than the first; skip: also lines that are no record (default error)",
    ).choices([...RAGGED]),
  strict: () =>
    new Option("--strict", "end (65) where the input is of another shape or a value is not as expected"),
  encoding: () =>
    new Option("--encoding <name>", "the input's encoding (default utf-8, or utf-16 by its mark)").choices([
      "auto",
      ...ENCODINGS,
    ]),
  invalidBytes: () =>
    new Option("--invalid-bytes <how>", "bytes that are none of the encoding (default error)").choices([
      ...INVALID_BYTES,
    ]),
};

/** What of it a command is kept with: nothing that says what is usual. */
export function keptReading({ from, header, ragged, encoding, invalidBytes }: ReadingFlags): KeptReading {
  return {
    ...(from && from !== "auto" ? { from } : {}),
    ...(header === false ? { header } : {}),
    ...(ragged && ragged !== "error" ? { ragged } : {}),
    ...(encoding && encoding !== "auto" ? { encoding } : {}),
    ...(invalidBytes && invalidBytes !== "error" ? { invalidBytes } : {}),
  };
}

export function howRead(flags: ReadingFlags): HowRead {
  const { from, header = true, ragged, strict, encoding, invalidBytes } = flags;
  return {
    from: from ?? "auto",
    header,
    ...(ragged ? { ragged } : {}),
    ...(strict ? { strict } : {}),
    ...(encoding && encoding !== "auto" ? { encoding } : {}),
    ...(invalidBytes ? { invalidBytes } : {}),
  };
}
