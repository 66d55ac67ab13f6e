import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rulePages } from "../../src/check/rule-pages.ts";
import { RULES } from "../../src/check/rules/index.ts";

const folder = new URL("../../docs/rules/", import.meta.url);

test("docs/rules holds what the rules say (node scripts/rules-docs.ts writes it)", () => {
  const pages = rulePages(RULES);
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages) expect(readFileSync(new URL(name, folder), "utf8")).toBe(text);
});

test("RULES lists every file in src/check/rules", () => {
  const files = readdirSync(new URL("../../src/check/rules/", import.meta.url));
  const names = files.filter((name) => name !== "index.ts").map((name) => name.replace(/\.ts$/, ""));
  expect(RULES.map((rule) => rule.name).sort()).toEqual(names.sort());
});
