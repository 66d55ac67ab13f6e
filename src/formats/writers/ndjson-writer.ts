import { toJson } from "../json-value.ts";
import { nothing, type Writer } from "./writer.ts";

/** One JSON value a line. */
export function ndjsonWriter(): Writer {
  return { item: (value) => `${toJson(value)}\n`, end: nothing };
}
