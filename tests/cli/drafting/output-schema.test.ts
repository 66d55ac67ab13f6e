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
  [{ total: "secret" }, 'total must be integer, and is "secret"'],
  [{ total: -1 }, "total must be >= 0, and is -1"],
  [{}, "it has no field `total`, which the schema requires"],
  [{ total: 1, more: 2 }, "it has the field `more`, which the schema does not allow"],
  [{ total: 1, at: "yesterday" }, 'at must match format "date-time", and is "yesterday"'],
  ["text", 'it must be object, and is "text"'],
])("%j is judged as %j", (record, why) => {
  expect(read(TOTAL).check(record)?.why ?? null).toBe(why);
});

test("what a model is told where no data may be sent has no value and no name of the record", () => {
  const { check } = read(TOTAL);
  expect(check({ total: "secret" })?.withoutData).toBe("total must be integer");
  expect(check({ total: 1, ada: 2 })?.withoutData).toBe("it must NOT have additional properties");
});

test("a schema without a type for what has properties judges them all the same", () => {
  expect(read({ properties: { a: { type: "string" } } }).check({ a: 1 })?.why).toBe(
    "a must be string, and is 1",
  );
});

test("a schema that says that it is of draft-07 is read as that", () => {
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    definitions: { n: { const: 1 } },
    $ref: "#/definitions/n",
  };
  expect(read(schema).check(2)?.why).toBe("it must be 1, and is 2");
});

test.each([
  ["no JSON", "{", /it is no JSON/],
  ["no schema", { type: "strin" }, /type/],
  ["a keyword that nobody knows", { required_fields: ["a"] }, /unknown keyword/],
  ["a format that nobody knows", { type: "string", format: "colour" }, /unknown format/],
  ["a reference to itself and nothing else", { $ref: "#" }, /it refers to itself without end/],
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
