import { expect, test } from "vitest";
import { fitExample } from "../../../src/cli/drafting/fit-example.ts";
import type { FormatName } from "../../../src/terms/format.ts";
import type { Sample } from "../../../src/terms/sample.ts";

const sample = (format: FormatName) => ({ format }) as Sample;

test("an input that looks like another format than the sample says how it is read", () => {
  expect(fitExample({ in: "a b\n", out: "" }, sample("columns"))).toEqual({
    args: ["--from", "columns"],
    in: "a b\n",
    out: "",
  });
});

test.each([
  ["looks as the sample does", { in: '{"a":1}\n{"a":2}\n', out: "" }, sample("ndjson")],
  ["says how it is read", { args: ["--from=csv"], in: "a b\n", out: "" }, sample("columns")],
  ["has no input", { args: ["-n", "1"], out: "" }, sample("columns")],
  ["stands beside no sample", { in: "a b\n", out: "" }, null],
])("an example that %s stays as it is", (_name, example, looked) => {
  expect(fitExample(example, looked)).toBe(example);
});
