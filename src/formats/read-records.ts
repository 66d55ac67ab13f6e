import type { FormatName } from "../terms/format.ts";
import type { Reading } from "./format.ts";
import { formatNamed } from "./format-list.ts";
import { onlyFields } from "./only-fields.ts";

/**
 * The records of an input, lazily, in constant memory: `{ line }` for `lines`, objects of strings for `csv`
 * and `tsv`, objects with numbers for `combined`, any JSON value for `ndjson` and `json`. With `fields`, only
 * these of each record, in their order.
 * @throws {MalformedInput} at the first record that is not of the format
 */
export function readRecords(options: Reading & { readonly format: FormatName }) {
  const { fields, wholeFirst = 0 } = options;
  const format = formatNamed(options.format);
  if (!fields || format.picks) return format.read(options);
  const records = format.read({ ...options, fields: undefined });
  return records.map((record, index) => (index < wholeFirst ? record : onlyFields(record, fields)));
}
