import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explain } from "../../../src/check/explain/explain.ts";
import { RULES } from "../../../src/check/rules/index.ts";

const inFunction = (body: string) =>
  `export default function* f(input: Input, { n = 10 }: { n?: number }) {\n${body}\n}\n`;

/** What is said of the statements of a function's body, one text for each, indented by what they stand in. */
function said(body: string): readonly string[] {
  return explain(inFunction(body))
    .slice(1)
    .map(({ depth, words }) => "  ".repeat(depth - 1) + words);
}

describe("a statement in words", () => {
  const CASES: readonly (readonly [body: string, ...words: string[]])[] = [
    [
      "for (const line of input.lines()) yield line;",
      "for each of the lines of input, as line:",
      "  give line",
    ],
    ["for (const key in {}) yield key;", "for each of the names in an empty record, as key:", "  give key"],
    ["const counts = new Map<string, number>();", "counts is an empty table"],
    ["let total = 0; total += n;", "total is 0", "add n to total"],
    ["let i = 0; i++; i--;", "i is 0", "count one more in i", "count one less in i"],
    ["if (n < 1) return;", "end here where n is less than 1"],
    ["for (;;) { if (!n) continue; }", "again and again while nothing ends it:", "  leave it out unless n"],
    [
      "for (let i = 0; i < n; i++) yield i;",
      "again and again from let i = 0 while i is less than n, then i++:",
      "  give i",
    ],
    ["if (n) yield 1; else yield 2;", "where n:", "  give 1", "otherwise:", "  give 2"],
    ["throw new Error(String(n));", "fail with the error n as text"],
    [
      "try { yield 1; } catch { yield 2; } finally { yield 3; }",
      "try:",
      "  give 1",
      "where that fails:",
      "  give 2",
      "in any case:",
      "  give 3",
    ],
    [
      "switch (n) { case 1: yield 1; break; default: yield 2; }",
      "by n:",
      "  where it is 1:",
      "    give 1",
      "    stop going through these",
      "  where it is anything else:",
      "    give 2",
    ],
    ["const { a, b: [c], ...rest } = input.json();", "take a, c, ...rest from the JSON document of input"],
    ["console.log(n);", "tell on stderr: n"],
  ];
  it.each(CASES)("%s", (body, ...words) => expect(said(body)).toEqual(words));
});

describe("counting, which nearly everybody writes in the same way", () => {
  it("is said in one short sentence", () => {
    expect(said("const counts = new Map(); counts.set(n, (counts.get(n) ?? 0) + 1);")[1]).toBe(
      "count one more for n in counts",
    );
    expect(said("const sums = new Map(); sums.set(n, (sums.get(n) || 0) + n * 2);")[1]).toBe(
      "add n times 2 to what sums has for n",
    );
  });

  it("is not said of what adds to the count of another key", () => {
    expect(said("const counts = new Map(); counts.set(n, (counts.get(0) ?? 0) + 1);")[1]).not.toContain(
      "one more",
    );
  });
});

describe("an order", () => {
  const CASES: readonly (readonly [compare: string, words: string])[] = [
    ["(a, b) => b.count - a.count", "sorted by count, largest first"],
    ["(a, b) => a.count - b.count", "sorted by count, smallest first"],
    ["([, a], [, b]) => b - a", "sorted, largest first"],
    ["(a, b) => b[1] - a[1]", "sorted by the second of each, largest first"],
    ["(a, b) => b.count - b.count", "sorted"],
    ["(a, b) => String(a).localeCompare(b)", "sorted"],
  ];
  it.each(CASES)("%s", (compare, words) => {
    expect(said(`yield* [n].sort(${compare});`)).toEqual([`give each of the list [n], ${words}`]);
  });
});

describe("what words would blur", () => {
  it("keeps its parentheses", () => {
    expect(said("const x = !(n > 1 && n < 5) || n;")).toEqual([
      "x is not (n is more than 1 and n is less than 5) or n",
    ]);
  });

  it("is shown as code where it would be long", () => {
    const long = Array.from({ length: 30 }, (_, i) => `n === ${i}`).join(" || ");
    expect(said(`const x = ${long};`)[0]).toMatch(/^x is n === 0 \|\| .*…$/);
  });

  it("is shown as code where there are no words for it", () => {
    expect(said("const x = n & 1;")).toEqual(["x is n & 1"]);
    expect(said("constructor(n);")).toEqual(["constructor(n)"]);
  });
});

describe("every module of a rule's examples and of the shipped commands", () => {
  const shipped = readdirSync("snippets").map((name) => readFileSync(join("snippets", name), "utf8"));
  const examples = RULES.flatMap(({ refused, allowed }) => [...refused, ...allowed]).map((one) =>
    typeof one === "string" ? one : JSON.stringify(one),
  );

  it("is explained without failing, in the order of its lines", () => {
    for (const text of [...shipped, ...examples]) {
      const lines = explain(text).map(({ line }) => line);
      expect(lines).toEqual([...lines].sort((a, b) => a - b));
    }
    expect(shipped.every((text) => explain(text).length > 3)).toBe(true);
  });

  it("is said nothing of where it cannot be read", () =>
    expect(explain("export default function* (")).toEqual([]));
});

describe("what does something is never left out of the words", () => {
  const CASES: readonly (readonly [body: string, said: string])[] = [
    ["for (; n; write('a', 'b')) {}", "again and again while n, then write('a', 'b'):"],
    ["for (write('a', 'b'); ; ) {}", "again and again from write('a', 'b') while nothing ends it:"],
    ["const { a = write('b') } = n;", "take a = write('b') from n"],
    ["const { [write('b')]: a } = n;", "take [write('b')]: a from n"],
    ["yield 'a'.trim(write('b'));", "give 'a'.trim(write('b'))"],
    ["yield new RegExp('a', write('b'));", "give new RegExp('a', write('b'))"],
    ["yield [n].map((x) => x, write('b'));", "give [n].map((x) => x, write('b'))"],
  ];
  it.each(CASES)("%s", (body, words) => expect(said(body)[0]).toBe(words));

  it("also in what is caught", () => {
    expect(said("try { yield 1; } catch ({ a = write('b') }) {}")).toContain("  { a = write('b') }");
  });

  it("nor in the defaults of parameters", () => {
    expect(explain("export default (input: Input, { n = write('a') } = {}) => n;")[0]!.words).toBe(
      "the function of input, n = write('a') is n",
    );
  });
});

describe("words are only for what they say", () => {
  it("not for a function of the program's own that has a helper's name", () => {
    expect(
      explain("const num = (x: string) => x.length;\nexport default () => num('1');").at(-1)!.words,
    ).toBe("the function is num('1')");
    expect(explain('import { num } from "writ";\nexport default () => num("1");').at(-1)!.words).toBe(
      'the function is "1" as a number',
    );
  });

  it("not for a helper under another one's name", () => {
    const code = 'import { countBy as num } from "writ";\nexport default () => num("1");';
    expect(explain(code).at(-1)!.words).toBe('the function is num("1")');
  });

  it("not for an order by two different fields", () => {
    expect(said("yield [n].toSorted((a, b) => b.x - a.y);")).toEqual(["give the list [n], sorted"]);
    expect(said("yield [n].toSorted((a, b) => b.x - a.x);")).toEqual([
      "give the list [n], sorted by x, largest first",
    ]);
  });

  it("not for the nearest loop where another one is named", () => {
    expect(said("all: for (const a of [n]) for (const b of [n]) { if (a) break all; }")[2]).toBe(
      "    break all where a",
    );
  });
});
