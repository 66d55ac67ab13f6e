import { expect, test } from "vitest";
import { describeValues } from "../../src/sample/describe-values.ts";
import { inferFields } from "../../src/sample/infer-type.ts";

function valuesOf(values: readonly unknown[], name = "x") {
  const records = values.map((value) => (value === undefined ? { other: 1 } : { [name]: value, other: 1 }));
  return describeValues(inferFields(records), records).find((field) => field.name === name)?.values;
}

test.each<[string, readonly unknown[], unknown]>([
  ["numbers", [3, 1, 2, 7, 9, 4, 8], { empty: 0, range: [1, 9] }],
  ["texts that are numbers, by their value", ["9", "10", "-1"], { empty: 0, range: ["-1", "10"] }],
  [
    "dates",
    ["2025-02-01", "2024-01-01T10:00:00Z"],
    { empty: 0, range: ["2024-01-01T10:00:00Z", "2025-02-01"] },
  ],
  ["words have no range", ["a", "b"], { empty: 0 }],
  ["few words, the most frequent first", ["a", "b", "b", "b"], { empty: 0, few: ["b", "a"] }],
  ["truth values", [true, false, true, true], { empty: 0, few: [true, false] }],
  ["each but once is not few", ["a", "b", "c"], { empty: 0 }],
  ["null, empty and absent are empty", [null, "", undefined, "a"], { empty: 0.75 }],
  ["nothing but empty", [null, null], { empty: 1 }],
  ["long texts are not listed", ["x".repeat(50), "x".repeat(50)], { empty: 0 }],
  ["nor are long numbers", ["1".repeat(50), "1".repeat(50)], { empty: 0 }],
  ["nor what has parts", [{ a: 1 }, { a: 1 }], { empty: 0 }],
  ["mixed types", [1, "a", 1, "a"], { empty: 0, few: [1, "a"] }],
  [
    "big integers",
    [9007199254740993n, 1, 1, 1],
    { empty: 0, range: [1, 9007199254740993n], few: [1, 9007199254740993n] },
  ],
])("%s", (_, values, described) => {
  expect(valuesOf(values)).toEqual(described);
});

test.each(["password", "apiKey", "session_id"])("nothing is told of a field named %s", (name) => {
  expect(valuesOf(["a", "a", "a"], name)).toBeUndefined();
});
