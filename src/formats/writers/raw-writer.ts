import { isScalar, toText } from "../row.ts";
import { Unrenderable } from "../unrenderable.ts";
import { nothing, type Writer } from "./writer.ts";

/** Text and bytes exactly as they are, nothing added. */
export function rawWriter(): Writer {
  return { item, bytes: (chunk) => chunk, end: nothing };
}

function item(value: unknown): string {
  if (!isScalar(value))
    throw new Unrenderable("a record has no raw form: use -o ndjson, or give text or bytes");
  return toText(value);
}
