import fc from "fast-check";
import { expect, test } from "vitest";
import { takeSample } from "../../src/sample/take-sample.ts";
import { FORMATS } from "../../src/terms/format.ts";

const WHOLE: readonly string[] = [
  'a,b\n1,"x\ny"\n3,"say ""hi"""\n5,6\n',
  "a\tb\n1\tx\n2\ty\n3\tz\n",
  '{"a":1,"b":[1,2,{"c":"\\u00e9\\n"}]}\n{"a":2}\n',
  '[{"a":"ä€😀"},{"a":null}]',
  '203.0.113.7 - ada [10/Oct/2025:13:55:36 +0000] "GET /ä HTTP/1.1" 200 2326 "-" "curl" 12\n'.repeat(2),
];

test("takeSample takes any beginning of any input, in any format", async () => {
  const head = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom(...WHOLE).chain((text) => {
      const bytes = new TextEncoder().encode(text);
      return fc.nat(bytes.length).map((length) => bytes.slice(0, length));
    }),
  );
  const from = fc.constantFrom("auto" as const, ...FORMATS);
  await fc.assert(
    fc.asyncProperty(head, from, fc.boolean(), async (head, from, complete) => {
      const sample = await takeSample({ input: "x", head, complete, from });
      expect(JSON.parse(JSON.stringify(sample.records))).toHaveLength(sample.records.length);
      expect(sample.bytes).toBe(head.length);
    }),
    { numRuns: 300 },
  );
});
