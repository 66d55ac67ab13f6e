import type { Format, Reading } from "./format.ts";
import { LineIterator } from "./line-iterator.ts";

/** Text without structure: each line is a record `{ line }`. */
export const lines: Format = {
  name: "lines",
  signs: /(?:)/,
  recognise: ({ text }) => (text === "" ? "it is empty" : "nothing more regular was recognised"),
  read: readLines,
};

function readLines(reading: Reading) {
  return new LineIterator(reading).map((line) => ({ line }));
}
