import { expect, test } from "vitest";
import { frontFields, shapeIn, shapeOf } from "../../src/terms/shape.ts";

test("a shape is the same after it stood in front matter", () => {
  const shape = shapeOf({
    format: "ndjson",
    fields: [
      { name: "status", types: ["number"], optional: false },
      { name: "user", types: ["string", "null"], optional: true },
      { name: "<EMAIL_1>", types: ["string"], optional: false },
    ],
  });
  const fields = frontFields(shape);
  expect(fields).toEqual({ status: "number", user: "string | null | absent" });
  expect(shapeIn({ format: "ndjson", fields })).toEqual({ shape });
});

test.each([
  ["nothing known of the input", null],
  ["no fields said", { format: "csv" }],
  ["a format there is not", { format: "parquet", fields: { a: "number" } }],
  ["a type there is not", { format: "csv", fields: { a: "date" } }],
])("with %s no shape is expected", (_, front) => {
  expect(shapeIn(front)).toEqual({});
});
