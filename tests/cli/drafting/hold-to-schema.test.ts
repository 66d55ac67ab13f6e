import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { holdToSchema } from "../../../src/cli/drafting/hold-to-schema.ts";
import { readOutputSchema } from "../../../src/cli/drafting/output-schema.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

function read(schema: unknown) {
  const path = join(scratchFolder("writ-hold"), "schema.json");
  writeFileSync(path, JSON.stringify(schema));
  return readOutputSchema(path);
}

const PATTERN = { properties: { a: { type: "string", pattern: "^(a+)+$" } } };

test("records are held against a schema up to the first that is wrong", () => {
  expect(holdToSchema([{ a: "a" }, { a: "aa" }], read(PATTERN))).toBeNull();
  expect(holdToSchema([{ a: "a" }, { a: "b" }, { a: 1 }], read(PATTERN))).toMatchObject({
    withoutData: 'in record 2 a must match pattern "^(a+)+$"',
  });
});

test("a pattern that comes to no end is given up, and the records count as wrong", () => {
  expect(holdToSchema([{ a: `${"a".repeat(60)}!` }], read(PATTERN), 50)).toMatchObject({
    why: expect.stringMatching(/took longer than 0.05 s/),
  });
});

test("a record that goes deeper than a schema of itself can be followed is wrong, and one of a few levels is not", () => {
  const nested = read({ properties: { a: { $ref: "#" } } });
  const deep = (depth: number) => JSON.parse(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`);
  expect(holdToSchema([deep(10)], nested)).toBeNull();
  expect(holdToSchema([deep(100_000)], nested)).toMatchObject({
    why: expect.stringMatching(/deeper than the schema can be followed/),
  });
});
