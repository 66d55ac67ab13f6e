import type { FormatName } from "../terms/format.ts";
import { combined } from "./combined.ts";
import { csv } from "./csv.ts";
import type { Format } from "./format.ts";
import { json } from "./json.ts";
import { lines } from "./lines.ts";
import { ndjson } from "./ndjson.ts";
import { tsv } from "./tsv.ts";

/** Every input format, in the order detection tries them. `lines` takes whatever is left. */
export const FORMAT_LIST: readonly Format[] = [ndjson, json, combined, tsv, csv, lines];

export function formatNamed(name: FormatName): Format {
  const format = FORMAT_LIST.find((one) => one.name === name);
  if (!format) throw new Error(`no reader for the format ${name}`);
  return format;
}
