import type { FormatName } from "../terms/format.ts";
import { columns } from "./columns.ts";
import { combined } from "./combined.ts";
import { csv } from "./csv.ts";
import type { Format } from "./format.ts";
import { json } from "./json.ts";
import { keyvalue } from "./keyvalue.ts";
import { lines } from "./lines.ts";
import { logfmt } from "./logfmt.ts";
import { ndjson } from "./ndjson.ts";
import { syslog } from "./syslog.ts";
import { text } from "./text.ts";
import { toml } from "./toml.ts";
import { tsv } from "./tsv.ts";
import { yaml } from "./yaml.ts";

/** Every input format, in the order detection tries them. `lines` takes whatever is left. */
export const FORMAT_LIST: readonly Format[] = [
  ndjson,
  json,
  combined,
  syslog,
  tsv,
  toml,
  yaml,
  keyvalue,
  csv,
  logfmt,
  columns,
  text,
  lines,
];

export function formatNamed(name: FormatName): Format {
  const format = FORMAT_LIST.find((one) => one.name === name);
  if (!format) throw new Error(`no reader for the format ${name}`);
  return format;
}
