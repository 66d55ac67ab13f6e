import { expect, test } from "vitest";
import { splitWords } from "../../src/terms/split-words.ts";

test.each([
  ["a  b\tc", ["a", "b", "c"]],
  [`--where 'status>=500' "a b"`, ["--where", "status>=500", "a b"]],
  [String.raw`a\ b c\\d`, ["a b", String.raw`c\d`]],
  [String.raw`"\d+" '\d' "say \"x\""`, [String.raw`\d+`, String.raw`\d`, 'say "x"']],
  ["'' x", ["", "x"]],
  ["'never closed", ["never closed"]],
  ["", []],
  ["a\\", ["a\\"]],
])("splitWords(%j)", (line, words) => {
  expect(splitWords(line).map(({ text }) => text)).toEqual(words);
});
