import { toJson } from "../../formats/json-value.ts";
import { parseJson } from "../../formats/parse-json.ts";
import { markedEncoding } from "../../formats/transcode.ts";
import type { FormatName, HowRead } from "../../terms/format.ts";
import type { SeenInput } from "../input/look-at-inputs.ts";
import { trialInput } from "./trial-input.ts";

/** One record, as people see it and as an input of its own. */
export interface LoneRecord {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** The first records of an input, each an input of its own, or why they cannot be had, as a clause. */
export function firstRecords(
  seen: SeenInput,
  how: Pick<HowRead, "encoding" | "header">,
  most: number,
): readonly LoneRecord[] | string {
  const input = trialInput(seen, how.encoding);
  if (input.kind === "unfit") return input.why;
  const { format, name } = seen;
  if (WHOLE.has(format)) return `${name} is one ${format} document, which has no records of its own`;
  const encoding = how.encoding ?? "utf-8";
  const text = new TextDecoder(encoding).decode(input.bytes);
  // What is written out again is UTF-8.
  if (encoding !== "utf-8" || markedEncoding(input.bytes) !== null) return `${name} is not UTF-8`;
  if (format === "json") return documentRecords(text, most);
  const rows = format === "csv" ? quotedRows(text, most + 1) : linesWithText(text, most + 1);
  const [head = "", ...others] = rows;
  const hasHead = HEADED.has(format) && how.header;
  return (hasHead ? others : rows)
    .slice(0, most)
    .map((row) => ({ text: row, bytes: Buffer.from(`${hasHead ? `${head}\n` : ""}${row}\n`) }));
}

/** The records in one input. Only for records of one {@link firstRecords}. */
export function together(records: readonly LoneRecord[], format: FormatName, header: boolean): Uint8Array {
  if (format === "json") return Buffer.from(`[${records.map(({ text }) => text).join(",")}]\n`);
  const [first] = records;
  const hasHead = HEADED.has(format) && header && first !== undefined;
  const head = hasHead
    ? Buffer.from(first.bytes)
        .toString()
        .slice(0, -first.text.length - 1)
    : "";
  return Buffer.from(`${head}${records.map(({ text }) => `${text}\n`).join("")}`);
}

const WHOLE = new Set<FormatName>(["yaml", "toml", "text"]);
const HEADED = new Set<FormatName>(["csv", "tsv", "columns"]);

/** The items of a list, or the document. Integers keep their digits. */
function documentRecords(text: string, most: number): readonly LoneRecord[] | string {
  try {
    const value = parseJson(text);
    const items = (Array.isArray(value) ? value : [value]).slice(0, most);
    return items.map((item) => {
      const one = toJson(item);
      return { text: one, bytes: Buffer.from(Array.isArray(value) ? `[${one}]\n` : `${one}\n`) };
    });
  } catch {
    return "the JSON is not one document";
  }
}

function linesWithText(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    if (lines.length === most) break;
    if (line.trim() !== "") lines.push(line.replace(/\r$/, ""));
  }
  return lines;
}

/** Rows of CSV: a line feed within quotes ends none (RFC 4180). */
function quotedRows(text: string, most: number): readonly string[] {
  const rows: string[] = [];
  let row = "";
  for (const line of text.split("\n")) {
    row += row === "" ? line : `\n${line}`;
    if (((row.match(/"/g)?.length ?? 0) & 1) === 1) continue;
    if (row.trim() !== "") rows.push(row.replace(/\r$/, ""));
    if (rows.length === most) break;
    row = "";
  }
  return rows;
}
