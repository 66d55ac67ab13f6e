import { expect, test } from "vitest";
import { consentFrame, consentRecord } from "../../../src/shell/consent/layout.ts";
import { consentKey, startConsent } from "../../../src/shell/consent/state.ts";
import { plain } from "../../../src/shell/line.ts";
import { consentQuestion } from "../canned.ts";

const after = (...names: string[]) =>
  names.reduce((state, name) => consentKey(state, { name, text: "" }), startConsent(consentQuestion()));

test.each([
  [["y"], { kind: "yes" }],
  [["n"], { kind: "no" }],
  [["escape"], { kind: "no" }],
  [["enter", "x", "q"], { kind: "no" }],
  [["n", "y"], { kind: "no" }],
  [["enter"], null],
  [["Y", "s", "paste", "down"], null],
])("consentKey: %j answers %j", (names, answer) => {
  expect(after(...names).answer).toEqual(answer);
});

test("consentFrame says what goes where", () => {
  expect(consentFrame(after(), { columns: 100, rows: 24 }).rows.map(plain)).toEqual([
    "Send a sample of the input to models.example.com?",
    "It is 20 records, 3K; replaced: 9 x e-mail address. writ asks once per host.",
    "y send · n names and types only",
  ]);
});

test("consentFrame on two rows keeps the decision", () => {
  expect(consentFrame(after("enter"), { columns: 10, rows: 2 }).rows.map(plain)).toEqual([" y/n? "]);
});

test.each([
  ["y", "a sample may be sent to models.example.com"],
  ["n", "no sample is sent to models.example.com"],
])("consentRecord after %s", (key, expected) => {
  expect(consentRecord(after(key), 80).map(plain)).toEqual([expected]);
});
