import type { ByteSource, FormatName, Ragged } from "../terms/format.ts";
import type { DocumentParsers } from "./parsed.ts";

/** What a reader needs. `input` is the name in messages; `header` false: the first row is data. */
export interface Reading {
  readonly source: ByteSource;
  readonly input: string;
  readonly header: boolean;
  /** `error` unless set. */
  readonly ragged?: Ragged | undefined;
  /** Where YAML or TOML is to be read. */
  readonly documents?: DocumentParsers | undefined;
  /** Only these fields of each record, in this order; all where it is absent. For formats with `picks`. */
  readonly fields?: readonly string[] | undefined;
  /** Others may be there as well, where leaving them out is no gain. */
  readonly orMore?: boolean | undefined;
  /** So many records at first have all of their fields all the same, for somebody who looks at them. */
  readonly wholeFirst?: number | undefined;
  /** Told what was left out, once, when that is known. */
  readonly say?: ((line: string) => void) | undefined;
  /** Told what is of interest and changes no result. */
  readonly hint?: ((line: string) => void) | undefined;
  /** The longest line, where it is not the usual one. */
  readonly lineBytesMost?: number | undefined;
}

/** The beginning of an input, as detection sees it: decoded, only whole lines unless it is all there is. `header`
 * false: tables are looked for without names in their first row. */
export interface Head {
  readonly text: string;
  readonly lines: readonly string[];
  readonly complete: boolean;
  readonly header: boolean;
}

/** One input format: one of these a file, one row in `format-list.ts`. */
export interface Format {
  readonly name: FormatName;
  /** Whether the reader takes `fields`, and reads less for it. */
  readonly picks?: true;
  /** What the text of every head of the format matches: a look that costs little, before {@link recognise} is asked. */
  readonly signs: RegExp;
  /** Why this head is of the format, in words a person can check; null where it is not. Cheap, never throws. */
  readonly recognise: (head: Head) => string | null;
  /** @throws {MalformedInput} at the first record that is not of the format */
  readonly read: (reading: Reading) => IteratorObject<unknown, undefined, unknown>;
}
