import { describe, expect, test } from "vitest";
import { codeProse, markdownProse } from "../../scripts/prose.ts";
import { wrongWords } from "../../scripts/words.ts";

const said = (text: string) => wrongWords([{ file: "a.md", line: 3, text }]);

describe("wrongWords", () => {
  test.each([
    ["the sand box holds", "sandbox"],
    ["Writ asks", "writ, also where a sentence begins"],
    ["a whitelist of calls", "allow-list, deny-list"],
    ["what the LLM wrote", "model"],
    ["its color", "colour"],
    ["a license", "licence (the noun; the file is LICENSE)"],
    ["seperate", "the usual spelling"],
    ["of the the run", "the word once"],
  ])("finds one in %j", (text, right) => {
    expect(said(text)).toEqual([expect.stringMatching(/^a\.md:3: "/)]);
    expect(said(text)[0]).toContain(`write ${right}`);
  });

  test.each([
    "the sandbox of writ",
    "an allow-list",
    "its colour",
    "LICENSE",
    "a model said that that is so",
  ])("finds none in %j", (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe("prose", () => {
  test("of a document is what is no code", () => {
    const text = "A `color` here.\n```sh\ncolor\n```\n[see](color.md)";
    expect(markdownProse(text).map((one) => `${one.line} ${one.text}`)).toEqual(["1 A   here.", "5 [see] "]);
  });

  test("of code is comments and sentences, not names", () => {
    const text =
      'const color = "gray"; // one\n/* two\n `color` three */\nconst b = `is $' + "{color} four`;\n";
    expect(codeProse(text, "a.ts")).toEqual([
      { line: 1, text: " one" },
      { line: 2, text: " two" },
      { line: 3, text: "   three " },
      { line: 4, text: "is " },
      { line: 4, text: " four" },
    ]);
  });
});
