/** The input formats writ reads, in the order they are offered. One row here, one reader in `src/formats`. */
export const FORMATS = [
  "lines",
  "ndjson",
  "json",
  "csv",
  "tsv",
  "combined",
  "syslog",
  "logfmt",
  "keyvalue",
  "columns",
  "yaml",
  "toml",
  "text",
] as const;
export type FormatName = (typeof FORMATS)[number];

/** What becomes of a row of CSV or TSV that has more or fewer cells than the first; `skip`: also of a line that is no
 * record, in formats of one record a line. */
export const RAGGED = ["error", "fill", "skip"] as const;
export type Ragged = (typeof RAGGED)[number];

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "latin1"] as const;
export type Encoding = (typeof ENCODINGS)[number];
export const INVALID_BYTES = ["error", "replace"] as const;
export type InvalidBytes = (typeof INVALID_BYTES)[number];

/** How an input is read, where it is not to be found out. What is absent is as usual. */
export interface HowRead {
  readonly from: FormatName | "auto";
  /** False: the first row of CSV, TSV and of a table in columns is data. */
  readonly header: boolean;
  readonly ragged?: Ragged;
  /** Another shape of the input, or a value that cannot be converted, ends the run. */
  readonly strict?: true;
  /** Absent: UTF-8, or UTF-16 where a byte order mark says so. */
  readonly encoding?: Encoding;
  /** What becomes of bytes that are none of the encoding: `error` unless set; `replace`: U+FFFD. */
  readonly invalidBytes?: InvalidBytes;
}

/** What of {@link HowRead} was typed with a directive and is kept with its command. What is absent is as usual. */
export interface KeptReading {
  readonly from?: FormatName;
  readonly header?: false;
  readonly ragged?: Ragged;
  readonly encoding?: Encoding;
  readonly invalidBytes?: InvalidBytes;
}

/** How a result is written, where it is not as usual. */
export interface HowWritten {
  /** In CSV and TSV no cell begins as a formula does. */
  readonly formulas?: "defuse";
}

/** The renderings of a result (`-o`). `auto` is a table on a terminal, NDJSON or lines in a pipe. */
export const OUTPUTS = ["auto", "lines", "json", "ndjson", "csv", "tsv", "table", "markdown", "raw"] as const;
export type OutputName = (typeof OUTPUTS)[number];

/** Blocking source of bytes: fills the start of `into`, returns how many bytes, 0 at the end of input. */
export interface ByteSource {
  read(into: Uint8Array): number;
}

/** What detection decided about the head of an input, and why, in words a person can check. */
export interface Detected {
  readonly format: FormatName;
  readonly why: string;
  /** What it may have been meant to be instead, and how to say so; completes "…, read as FORMAT: ". */
  readonly doubt?: string;
}

/**
 * A record or a character that the reader could not take. Exit code 65.
 * `line` is 1-based; `expected` completes the sentence "expected …".
 */
export interface Malformed {
  readonly input: string;
  readonly line: number;
  readonly column?: number;
  readonly expected: string;
  readonly found: string;
}
