import { expect, test } from "vitest";
import { scrub, withoutKey } from "../../../src/draft/models/scrub.ts";

const SECRET = {
  key: "abc-key-123",
  prompt: "The directive:\nsum the salaries of ada@example.com and others",
};

test.each([
  ["the key", "bad key abc-key-123!", "bad key (the key)!"],
  ["what looks like a key", "bad key sk-proj-abcdef1234", "bad key (a key)"],
  ["what looks like a key right behind a colour", "\u001b[31msk-proj-abcdef1234", "\\u{1b}[31m(a key)"],
  ["the key with a colour in it", "it is abc-\u001b[1mkey-123", "it is (the key)"],
  ["no word that only ends like one", "risk-assessment is fine", "risk-assessment is fine"],
  [
    "what was sent, also over lines",
    'invalid: "sum the salaries\n of ada@example.com and others"',
    'invalid: "(the prompt)"',
  ],
  ["nothing else", "the directive is wrong", "the directive is wrong"],
])("takes out %s", (_, said, shown) => {
  expect(scrub(said, SECRET)).toBe(shown);
});

test("a text that is kept whole is without the key, and without nothing else", () => {
  expect(withoutKey("I know abc-key-123\nand more", "abc-key-123")).toBe("I know (the key)\nand more");
  expect(withoutKey("as it is", "")).toBe("as it is");
  expect(withoutKey("as it is", null)).toBe("as it is");
});

test("gives one line that a terminal may be shown, and not a long one", () => {
  const shown = scrub(`a\nb\u001b[2J${"x".repeat(5000)}`, SECRET);
  expect(shown).not.toContain("\u001b");
  expect(shown.startsWith("a b")).toBe(true);
  expect(shown.length).toBeLessThan(320);
});
