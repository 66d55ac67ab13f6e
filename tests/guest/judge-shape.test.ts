import { describe, expect, test } from "vitest";
import { judgeShape, namedShape } from "../../src/guest/judge-shape.ts";
import type { FormatName } from "../../src/terms/format.ts";
import type { Shape } from "../../src/terms/shape.ts";

const EXPECTED: Shape = {
  format: "ndjson",
  fields: { status: ["number"], path: ["string", "null"], user: ["string", "absent"] },
};

describe("what differs from the shape that was approved is said in one line", () => {
  test.each<[string, FormatName, readonly unknown[], string | null]>([
    ["the same", "ndjson", [{ status: 1, path: "/", user: "a" }], null],
    ["more fields", "ndjson", [{ status: 1, path: "/", more: 1 }], null],
    ["an array of the same", "json", [{ status: 1, path: "/" }], null],
    ["null says nothing", "ndjson", [{ status: null, path: null, user: null }], null],
    ["a big integer is a number", "ndjson", [{ status: 9007199254740993n, path: "/" }], null],
    ["fields that come later", "ndjson", [{ status: 1 }, { path: "/" }], null],
    [
      "the only new field of the type",
      "ndjson",
      [{ code: 1, path: "/" }],
      'expected field "status" (number), the input has "code"',
    ],
    [
      "written alike",
      "ndjson",
      [{ Status: 1, path: "/", n: 1 }],
      'expected field "status" (number), the input has "Status"',
    ],
    [
      "nothing like it",
      "ndjson",
      [{ a: 1, b: 2, c: 3, d: 4, path: "/" }],
      'expected field "status" (number), the input has "a", "b", "c" and 1 more',
    ],
    [
      "gone without another",
      "ndjson",
      [{ path: "/" }],
      'expected field "status" (number), the input has "path"',
    ],
    [
      "two at once",
      "ndjson",
      [{ code: 1, where: "/" }],
      'expected field "status" (number), the input has "code" (and 1 more)',
    ],
    [
      "another type",
      "ndjson",
      [{ status: "200", path: "/" }],
      'expected field "status" (number), it is string',
    ],
    [
      "an optional field of another type",
      "ndjson",
      [{ status: 1, path: "/", user: 7 }],
      'expected field "user" (string), it is number',
    ],
    [
      "another format",
      "csv",
      [{ status: "200", path: "/" }],
      'expected ndjson, the input is csv; expected field "status" (number), it is string',
    ],
    [
      "no records",
      "lines",
      [{ line: "a" }],
      'expected ndjson, the input is lines; expected field "status" (number), the input has "line" (and 1 more)',
    ],
    ["no fields", "ndjson", [1], 'expected field "status" (number), the input has no fields (and 1 more)'],
  ])("%s", (_, format, records, line) => {
    expect(judgeShape(EXPECTED, { format, named: false, records })).toBe(line);
  });

  test("a format that the user named is not said", () => {
    const records = [{ status: 1, path: "/" }];
    expect(judgeShape(EXPECTED, { format: "csv", named: true, records })).toBeNull();
  });
});

describe("only fields that code or options name are expected", () => {
  const shape: Shape = { format: "csv", fields: { status: ["string"], path: ["string"], ms: ["string"] } };
  const field = { name: "field", type: "string", array: false, required: false, help: "" } as const;
  test.each<[string, string, Record<string, string>, readonly string[]]>([
    ["a member", "(input) => input.records().map((r) => r.status)", {}, ["status"]],
    ["a part of a longer name is not it", "(input) => input.lines().map((items) => items.statuses)", {}, []],
    ["an option's value", "(input, { field }) => 0", { field: "path,ms" }, ["path", "ms"]],
    ["a default", '(input, { field = "status" }) => 0', {}, ["status"]],
    ["a default that was replaced", '(input, { field = "status" }) => 0', { field: "ms" }, ["ms"]],
  ])("%s", (_, javascript, values, named) => {
    const schema = { summary: "", options: [{ ...field, default: "status" }] };
    expect(Object.keys(namedShape(shape, { javascript, schema, values }).fields)).toEqual(named);
  });
});
