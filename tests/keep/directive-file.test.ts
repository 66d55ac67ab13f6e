import { describe, expect, test } from "vitest";
import { readDirectiveFile, writeDirectiveFile } from "../../src/keep/directive-file.ts";

const HASH = "a".repeat(64);
const HEAD = {
  schema: 1 as const,
  description: 'with "quotes": and a colon',
  reading: { header: false as const, ragged: "skip" as const, encoding: "latin1" as const },
  options: { n: 3, where: ["a=1", "b"] },
  examples: [
    { args: ["-n", "1"], in: "a\nb\n", out: "a\n" },
    { in: "a\n", lines: "in" as const },
    { in: "a\n", like: [{ a: 1 }] },
  ],
  capabilities: [],
  sha256: HASH,
};

const BOMB = ["a", "b", "c", "d", "e", "f"]
  .map((name, at, names) => `${name}: &${name} [${Array(9).fill(at === 0 ? "x" : `*${names[at - 1]}`)}]`)
  .join("\n");

describe("readDirectiveFile", () => {
  test("reads a value that stands twice in what was written", () => {
    const like = [{ a: 1 }];
    const examples = [1, 2].map((n) => ({ in: `${n}`, like }));
    const text = writeDirectiveFile({ ...HEAD, examples }, "x");
    expect(readDirectiveFile("x.md", text).head.examples).toEqual(examples);
  });

  test("reads what writeDirectiveFile writes", () => {
    const text = writeDirectiveFile(HEAD, "first\n\n---\nthird");
    expect(readDirectiveFile("x.md", text)).toEqual({ head: HEAD, directive: "first\n\n---\nthird" });
  });

  test.each([
    ["no front matter", "just words", /does not start with front matter/],
    ["broken YAML", "---\na: [\n---\n", /is not plain YAML/],
    [
      "a tag",
      `---\nschema: 1\ndescription: !!js/function "x"\nsha256: ${HASH}\n---\n`,
      /is not plain YAML: Unresolved tag/,
    ],
    ["an alias", `---\nschema: 1\ndescription: *x\nsha256: ${HASH}\n---\n`, /is not plain YAML: \*x stands/],
    [
      "an alias of itself",
      `---\nschema: 1\ndescription: x\nsha256: ${HASH}\nexamples: [{in: a, like: &a [*a]}]\n---\n`,
      /is not plain YAML: \*a stands/,
    ],
    ["aliases of more than there is memory", `---\n${BOMB}\n---\n`, /is not plain YAML: \*a stands/],
    ["a missing hash", "---\nschema: 1\ndescription: x\n---\n", /sha256/],
    ["another schema", `---\nschema: 2\ndescription: x\nsha256: ${HASH}\n---\n`, /schema/],
    ["an unknown key", `---\nschema: 1\ndescription: x\nsha256: ${HASH}\nnetwork: all\n---\n`, /network/],
    [
      "an example that expects nothing",
      `---\nschema: 1\ndescription: x\nsha256: ${HASH}\nexamples: [{in: a}]\n---\n`,
      /examples.0: one of out, like, lines and error/,
    ],
    [
      "a way of reading that there is not",
      `---\nschema: 1\ndescription: x\nsha256: ${HASH}\nreading: {ragged: guess}\n---\n`,
      /reading.ragged/,
    ],
    [
      "an example's file in another folder",
      `---\nschema: 1\ndescription: x\nsha256: ${HASH}\nexamples: [{in: {file: ../a}, lines: 1}]\n---\n`,
      /examples.0/,
    ],
    [
      "limits",
      `---\nschema: 1\ndescription: x\nsha256: ${HASH}\nlimits: {cpu: 1s}\n---\n`,
      /limits: limits cannot be asked/,
    ],
  ])("refuses %s, naming the file and what is wrong", (_name, text, problem) => {
    expect(() => readDirectiveFile("x.md", text)).toThrow(
      expect.objectContaining({
        failure: { kind: "configuration", file: "x.md", problem: expect.stringMatching(problem) },
      }),
    );
  });
});
