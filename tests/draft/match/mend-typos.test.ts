import { expect, test } from "vitest";
import { mendTypos } from "../../../src/draft/match/mend-typos.ts";
import { readWords } from "../../../src/draft/match/words.ts";

const KNOWN = new Set(["customer", "frequency", "rate", "short", "planner", "planned"]);

test.each([
  ["a letter too few", "custmer", "customer"],
  ["a letter too many", "customerr", "customer"],
  ["two letters in the wrong order", "cutsomer", "customer"],
  ["another letter in place of one", "custoner", "custoner"],
  ["another first letter", "ustomer", "ustomer"],
  ["a short word", "sort", "sort"],
  ["a word like two others", "planne", "planne"],
  ["a known word", "rate", "rate"],
])("%s: %s is read as %s", (_, typed, read) => {
  expect(mendTypos(readWords(typed), KNOWN).map(({ stem }) => stem)).toEqual([read]);
});
