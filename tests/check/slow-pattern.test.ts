import { describe, expect, test } from "vitest";
import { parsePattern } from "../../src/check/patterns/parse-pattern.ts";
import { slowPattern } from "../../src/check/patterns/slow-pattern.ts";

describe("slowPattern finds", () => {
  test.each([
    ["^(a+)+$", "nested"],
    ["^(?:a*)*$", "nested"],
    ["(x+x+)+y", "nested"],
    ["^(\\w+\\s?)*$", "nested"],
    ["(?<name>[a-z]+)+\\d", "nested"],
    ["^(a|a)*$", "overlapping"],
    ["^(\\w|\\d)+$", "overlapping"],
    ["^([a-f]|[e-k])+;", "overlapping"],
    ["\\d+\\d+$", "adjacent"],
    ["\\s*\\s*;", "adjacent"],
    ["a{2,}a{3,}b", "adjacent"],
  ])("%s: %s", (source, kind) => {
    expect(slowPattern(source)?.kind).toBe(kind);
  });
});

describe("slowPattern says nothing about", () => {
  test.each([
    ["(\\w+,)+$"],
    ['(?:\\\\.|[^"\\\\])*"'],
    ["(a+)+"],
    ["^\\s*\\w+\\s*=\\s*.*$"],
    ["(ab|cd)*$"],
    ["[^\\]]+\\]"],
    ["(\\d{1,3}\\.){3}\\d{1,3}$"],
    ["(\\w+)\\s\\1"],
    ["(unclosed"],
    ["[unclosed"],
    ["\\p{L}+\\p{L}+$"],
    [""],
  ])("%s", (source) => {
    expect(slowPattern(source)).toBeUndefined();
  });
});

/** In how many ways a backtracking engine tries a text before it gives up: steps of the simplest such engine. */
function steps(source: string, text: string): number {
  let taken = 0;
  type Next = (at: number) => boolean;
  const match = (pattern: NonNullable<ReturnType<typeof parsePattern>>, at: number, next: Next): boolean => {
    taken++;
    switch (pattern.kind) {
      case "atom":
        return at < text.length && pattern.chars[text.charCodeAt(at)] === true && next(at + 1);
      case "assertion":
        return at === text.length && next(at);
      case "sequence":
        return pattern.parts.reduceRight<Next>((rest, part) => (from) => match(part, from, rest), next)(at);
      case "choice":
        return pattern.branches.some((branch) => match(branch, at, next));
      case "repeat": {
        const again = (from: number, times: number): boolean => {
          const more = (to: number) => to > from && again(to, times + 1);
          return (
            (times < pattern.most && match(pattern.body, from, more)) ||
            (times >= pattern.least && next(from))
          );
        };
        return again(at, 0);
      }
    }
  };
  match(parsePattern(source)!, 0, () => true);
  return taken;
}

describe("the text that slowPattern shows makes a backtracking engine try ever more for", () => {
  test.each([["(a+)+$"], ["(a|a)*$"], ["(\\w+\\s?)*$"], ["(\\w|\\d)+;"], ["x:(.+,)+y"]])("%s", (source) => {
    const { start, repeated, end } = slowPattern(source)!.input;
    const [few, many] = [6, 12].map((times) => steps(source, start + repeated.repeat(times) + end));
    expect(many! / few!).toBeGreaterThan(16);
  });
});
