import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readOutputSchema } from "../../../src/cli/drafting/output-schema.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "writ-schema-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(schema: unknown) {
  const path = join(folder, "schema.json");
  writeFileSync(path, typeof schema === "string" ? schema : JSON.stringify(schema));
  return readOutputSchema(path);
}

const TOTAL = {
  type: "object",
  properties: { total: { type: "integer", minimum: 0 }, at: { type: "string", format: "date-time" } },
  required: ["total"],
  additionalProperties: false,
};

test.each([
  [{ total: 1 }, null],
  [{ total: 1, at: "2025-01-02T03:04:05Z" }, null],
  [{ total: "secret" }, "total must be integer"],
  [{ total: -1 }, "total must be >= 0"],
  [{}, "it must have required property 'total'"],
  [{ total: 1, more: 2 }, "it must NOT have additional properties"],
  [{ total: 1, at: "yesterday" }, 'at must match format "date-time"'],
  ["text", "it must be object"],
])("%j is judged as %j", (record, why) => {
  expect(read(TOTAL).check(record)).toBe(why);
});

test("a schema without a type for what has properties judges them all the same", () => {
  expect(read({ properties: { a: { type: "string" } } }).check({ a: 1 })).toBe("a must be string");
});

test("a schema that says that it is of draft-07 is read as that", () => {
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    definitions: { n: { const: 1 } },
    $ref: "#/definitions/n",
  };
  expect(read(schema).check(2)).toBe("it must be equal to constant");
});

test.each([
  ["no JSON", "{", /it is no JSON/],
  ["no schema", { type: "strin" }, /type/],
  ["a keyword that nobody knows", { required_fields: ["a"] }, /unknown keyword/],
  ["a format that nobody knows", { type: "string", format: "colour" }, /unknown format/],
  ["another document", { $ref: "https://example.org/a.json" }, /can't resolve reference/],
])("%s is refused", (_name, schema, problem) => {
  expect(() => read(schema)).toThrow(
    expect.objectContaining({
      failure: expect.objectContaining({ problem: expect.stringMatching(problem) }),
    }),
  );
});

test("a file that is not there is named", () => {
  expect(() => readOutputSchema(join(folder, "none.json"))).toThrow(
    expect.objectContaining({
      failure: expect.objectContaining({ kind: "input-missing", detail: "ENOENT" }),
    }),
  );
});
