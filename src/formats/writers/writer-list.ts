import type { OutputName } from "../../terms/format.ts";
import { autoWriter } from "./auto-writer.ts";
import { jsonWriter } from "./json-writer.ts";
import { linesWriter } from "./lines-writer.ts";
import { markdownWriter } from "./markdown-writer.ts";
import { ndjsonWriter } from "./ndjson-writer.ts";
import { rawWriter } from "./raw-writer.ts";
import { csvWriter, tsvWriter } from "./separated-writer.ts";
import { tableWriter } from "./table-writer.ts";
import { taggedWriter } from "./tagged-writer.ts";
import type { Writer, Writing } from "./writer.ts";

/** Every output. `tagged` is the one that no user names. */
export const WRITERS: Readonly<Record<OutputName | "tagged", (writing: Writing) => Writer>> = {
  auto: autoWriter,
  lines: linesWriter,
  json: jsonWriter,
  ndjson: ndjsonWriter,
  csv: csvWriter,
  tsv: tsvWriter,
  table: tableWriter,
  markdown: markdownWriter,
  raw: rawWriter,
  tagged: taggedWriter,
};
