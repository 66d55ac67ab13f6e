import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withTables } from "../../scripts/sandbox-docs.ts";

const page = readFileSync(new URL("../../docs/sandbox.md", import.meta.url), "utf8");

test("the tables of docs/sandbox.md say what the rows say (npm run sandbox-docs writes them)", () => {
  expect(page).toBe(withTables(page));
});

test("a page without a place for a table is not passed over", () => {
  expect(() => withTables(page.replace("<!-- /limits -->", ""))).toThrow("no place for limits");
});
