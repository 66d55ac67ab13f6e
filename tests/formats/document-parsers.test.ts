import { expect, test } from "vitest";
import { documentParsers } from "../../src/formats/document-parsers.ts";

const TIMES_NINE = (name: string) => `[${Array(9).fill(name).join(", ")}]`;
const BOMB = ["a", "b", "c", "d", "e", "f"]
  .map((name, at, names) => `${name}: &${name} ${TIMES_NINE(at === 0 ? "x" : `*${names[at - 1]}`)}`)
  .join("\n");

test("an alias is what it stands for", () => {
  expect(documentParsers.yaml("a: &a [1]\nb: *a\n")).toEqual({ ok: true, documents: [{ a: [1], b: [1] }] });
});

test.each([
  ["an alias of nothing", "a: 1\nb: *c\n", 2, 4, /^\*c, an alias of what is not there/],
  ["an alias of itself", "a: &a [*a]\n", 1, 8, /^aliases that stand for too much, or for themselves$/],
  ["aliases of more than there is memory", BOMB, 2, 8, /^aliases that stand for too much/],
])("%s is a fault at its place", (_name, text, line, column, problem) => {
  expect(documentParsers.yaml(text)).toEqual({
    ok: false,
    line,
    column,
    problem: expect.stringMatching(problem),
  });
});

test("a key of more parts than can be nested is a fault, and one of a few is none", () => {
  expect(documentParsers.toml("a.b = 1")).toEqual({ ok: true, documents: [{ a: { b: 1 } }] });
  expect(documentParsers.toml(`${Array(50_000).fill("a").join(".")} = 1`)).toEqual({
    ok: false,
    line: 1,
    column: 1,
    problem: "it is nested too deeply to be read",
  });
});
