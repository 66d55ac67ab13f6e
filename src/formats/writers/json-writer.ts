import { toJson } from "../json-value.ts";
import type { Writer } from "./writer.ts";

/** One JSON array of all items, one a line. */
export function jsonWriter(): Writer {
  let before = "[\n";
  return {
    item(value) {
      const text = `${before}${toJson(value)}`;
      before = ",\n";
      return text;
    },
    end: () => (before === "[\n" ? "[]\n" : "\n]\n"),
  };
}
