import { expect, test } from "vitest";
import { redactExamples } from "../../../src/cli/drafting/redact-examples.ts";
import type { Example } from "../../../src/terms/example.ts";

const KEY = ["AKIA", "IOSFODNN7ABCDEFG"].join("");

test.each<[string, Example]>([
  ["the words", { args: ["--key", KEY], lines: 1 }],
  ["the input", { in: `key ${KEY} used\n`, lines: 1 }],
  ["the output", { in: "a\n", out: `${KEY}\n` }],
  ["a value of the output", { in: "a\n", like: { key: [KEY] } }],
  ["an error", { in: "a\n", error: `no ${KEY}` }],
])("a secret in %s of an example is replaced", async (_, example) => {
  const sent = JSON.stringify(await redactExamples([example]));
  expect(sent).not.toContain(KEY);
  expect(sent).toContain("<TOKEN_1");
});

test("the same secret has the same placeholder in what goes in and what comes out", async () => {
  const [sent] = await redactExamples([{ in: `key ${KEY}`, out: `${KEY} is the key` }]);
  const placeholder = /<[^>]+>/.exec(sent!.in!)![0];
  expect(sent).toEqual({ in: `key ${placeholder}`, out: `${placeholder} is the key` });
});

test("an example without secrets is sent as it is", async () => {
  const example: Example = { args: ["-n", "1"], in: "a b\n", out: "b\n", like: { n: 1 }, lines: "in" };
  expect(await redactExamples([example])).toEqual([example]);
});
