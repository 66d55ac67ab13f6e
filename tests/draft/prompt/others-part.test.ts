import { expect, test } from "vitest";
import { othersPart } from "../../../src/draft/prompt/others-part.ts";
import type { Sample, ValueType } from "../../../src/terms/sample.ts";

const sample = (input: string, recordType: string): Sample => ({
  ...{ input, format: "csv", why: "", fields: [], records: [{ id: input.length }], recordType },
  ...{ bytes: 1, complete: false, replaced: [], suspicious: [] },
});

test("nothing is said where there is one input, or none", () => {
  expect([othersPart(sample("a", "{}")), othersPart(null)]).toEqual(["", ""]);
});

test("the others are told by place, never by name, with those that were not looked at", () => {
  const others = {
    count: 7,
    looked: [sample("secret-one.csv", "{ id: string }"), sample("secret-two.csv", "{ b: 1 }")],
  };
  const told = othersPart({ ...sample("first.csv", "{}"), others });
  expect(told).toMatch(/^There are 8 inputs/);
  expect(told).toMatch(
    /`input\.file\(1\)`: The input is csv[\s\S]*\{ id: string \}[\s\S]*`input\.file\(2\)`: The input is csv/,
  );
  expect(told).toMatch(/5 more were not looked at\.$/);
  expect(told).not.toMatch(/secret|first\.csv/);
});

const typed = (type: ValueType): Sample => ({
  ...sample("a", "{}"),
  fields: [{ name: "id", types: [type, "null"], optional: false }],
});

test("a field that is a text in one input and a number in another is told to be made alike", () => {
  const told = othersPart({ ...typed("string"), others: { count: 1, looked: [typed("number")] } });
  expect(told).toMatch(/made alike[\s\S]*"id": string and number\n/);
});

test("nothing is told of fields that have a type in common", () => {
  const told = othersPart({ ...typed("number"), others: { count: 1, looked: [typed("number")] } });
  expect(told).not.toContain("made alike");
});
