import { isScalar, toRow, toText } from "../row.ts";
import { nothing, toLine, type Writer } from "./writer.ts";

/** Text as lines; of a record its values, with tabs between them. */
export function linesWriter(): Writer {
  return { item, bytes: (chunk) => chunk, end: nothing };
}

function item(value: unknown): string {
  return toLine(isScalar(value) ? toText(value) : Object.values(toRow(value)).map(toText).join("\t"));
}
