import type { FormatName } from "../terms/format.ts";
import type { Reading } from "./format.ts";
import { formatNamed } from "./format-list.ts";

/**
 * The records of an input, lazily, in constant memory: `{ line }` for `lines`, objects of strings for `csv`
 * and `tsv`, objects with numbers for `combined`, any JSON value for `ndjson` and `json`.
 * @throws {MalformedInput} at the first record that is not of the format
 */
export function readRecords(options: Reading & { readonly format: FormatName }) {
  return formatNamed(options.format).read(options);
}
