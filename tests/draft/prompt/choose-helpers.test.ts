import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chooseHelpers } from "../../../src/draft/prompt/choose-helpers.ts";
import { HELPERS, helpersFor, USUAL_HELPERS } from "../../../src/terms/helpers.ts";

const read = (name: string) =>
  readFileSync(new URL(`../../../src/guest/${name}.d.ts`, import.meta.url), "utf8");
const declarations = `${read("snippet")}\n${read("helpers")}`;

test.each([
  ["the ten busiest addresses", ["countBy", "topK", "parseIp"]],
  ["median and p95 of the duration for each path", ["countBy", "quantiles", "duration", "parseUrl"]],
  ["join users.csv and orders.csv by id", ["join"]],
  ["sort by size, largest first", ["sortBy", "topK", "byteSize"]],
  ["drop duplicate rows", ["distinct", "omit"]],
  ["requests per hour of the day", ["countBy", "startOf"]],
  ["a random sample of 100 lines", ["sample"]],
  ["lines from 10.0.0.0/8 or another subnet", ["inCidr"]],
  ["the difference to the previous value", ["window"]],
])("%j is told of %j", (directive, names) => {
  expect(helpersFor(directive)).toEqual(expect.arrayContaining([...names]));
});

test.each(["print every line in upper case, please", "the status of what failed", "alle Zeilen mit Fehlern"])(
  "%j is told of at most one idea more than usual",
  (directive) => {
    expect(helpersFor(directive).filter((name) => !["sumBy", "groupBy"].includes(name)).length).toBeLessThan(
      2,
    );
  },
);

test("a helper comes with the types that its declaration speaks of, and without the others", () => {
  const { helpers } = chooseHelpers(declarations, ["sortBy"]);
  expect(helpers).toContain("function sortBy<T>");
  expect(helpers).toContain("type By<T, K = any>");
  expect(helpers).not.toMatch(/countBy|JoinKey/);
  expect(helpers).not.toMatch(/^ {2}export/m);
});

test("a helper that needs no type comes alone", () => {
  expect(chooseHelpers(declarations, ["jsonPath"]).helpers).toMatch(
    /^\/\*\* .*\nexport function jsonPath.*;$/,
  );
});

test("what every directive is told holds the usual helpers and no other, whatever is asked for", () => {
  const { base, helpers } = chooseHelpers(declarations, []);
  expect(helpers).toBe("");
  for (const name of USUAL_HELPERS) expect(base).toContain(`function ${name}(`);
  expect(HELPERS.filter((name) => base.includes(`function ${name}`))).toEqual(USUAL_HELPERS);
  expect(chooseHelpers(declarations, HELPERS).base).toBe(base);
});

test("every helper is declared in a block of its own or of its idea", () => {
  for (const name of HELPERS.filter((one) => !USUAL_HELPERS.includes(one))) {
    expect(chooseHelpers(declarations, [name]).helpers).toContain(`export function ${name}`);
  }
});
