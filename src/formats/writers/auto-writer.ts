import { toJson } from "../json-value.ts";
import { isScalar, toText } from "../row.ts";
import { nothing, toLine, type Writer } from "./writer.ts";

/** In a pipe: NDJSON for records, lines for the rest, bytes as they are. */
export function autoWriter(): Writer {
  return { item, bytes: (chunk) => chunk, end: nothing };
}

function item(value: unknown): string {
  if (typeof value === "string") return toLine(value);
  return isScalar(value) ? toLine(toText(value)) : `${toJson(value)}\n`;
}
