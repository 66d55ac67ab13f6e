import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFieldPicker } from "../../src/formats/field-picker.ts";
import { onlyFields } from "../../src/formats/only-fields.ts";
import type { FormatName } from "../../src/terms/format.ts";
import { recordsOf } from "./sources.ts";

const NAMES = ["a", "status", "é", "b c", "constructor", "c2", "__proto__", 'a"b', ",", "\\", "0"] as const;

/** What full parsing gives, and no other field. */
function projected(format: FormatName, text: string, fields: readonly string[]) {
  const { records, ...rest } = recordsOf(format, text);
  return { records: records.map((record) => onlyFields(record, fields)), ...rest };
}

const name = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NAMES) }, fc.string({ maxLength: 4 }));
const number = fc.oneof(
  fc.integer(),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }).map((one) => ({ raw: String(one) })),
  fc
    .constantFrom(...["-0", "0", "1E3", "1e-7", "-0.0", "0.1e+2", "999999999999999", "1000000000000000"])
    .map((raw) => ({ raw })),
);
const text = fc.oneof(
  fc.string({ maxLength: 30, unit: "binary" }),
  fc.constantFrom(...NAMES.flatMap((one) => [one, `"${one}":1`, `{"${one}":1}`, `${one}":`, `,"${one}":2`])),
);
type Raw = { readonly raw: string };
type Value = string | number | boolean | null | Raw | readonly Value[] | Fields;
interface Fields {
  readonly pairs: readonly (readonly [string, Value])[];
}
const { value } = fc.letrec<{ value: Value; object: Fields }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    text,
    number,
    fc.constantFrom(true, false, null),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("object"),
  ),
  object: fc.array(fc.tuple(name, tie("value")), { maxLength: 5 }).map((pairs) => ({ pairs })),
}));
const object = fc.array(fc.tuple(name, value), { maxLength: 8 }).map((pairs): Fields => ({ pairs }));

/** Writes JSON as others write it: white space anywhere, characters of names and texts as escapes or not. */
function written(one: Value, odd: { readonly space: () => string; readonly escapes: () => boolean }): string {
  const quote = (plain: string) =>
    odd.escapes()
      ? `"${[...plain.split("")].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"`
      : JSON.stringify(plain);
  const around = (inner: string) => `${odd.space()}${inner}${odd.space()}`;
  if (typeof one === "string") return quote(one);
  if (one === null || typeof one !== "object") return JSON.stringify(one);
  if ("raw" in one) return one.raw;
  if ("pairs" in one) {
    const parts = one.pairs.map(([key, inner]) => `${around(quote(key))}:${around(written(inner, odd))}`);
    return `{${parts.join(",") || odd.space()}}`;
  }
  return `[${one.map((inner) => around(written(inner, odd))).join(",")}]`;
}

const documents = fc
  .tuple(fc.array(fc.oneof(object, value), { maxLength: 6 }), fc.gen())
  .map(([values, gen]) => {
    const isOdd = gen(fc.boolean);
    const space = () => (isOdd ? gen(fc.constantFrom, "", "", " ", "\t", "\r") : "");
    const escapes = () => isOdd && gen(fc.integer, { min: 0, max: 5 }) === 0;
    return values.map((one) => written(one, { space, escapes }));
  });
const fields = fc.uniqueArray(name, { maxLength: 3 });

describe("reading only some fields gives what full parsing gives", () => {
  test("of any NDJSON", () => {
    fc.assert(
      fc.property(documents, fields, fc.integer({ min: 1, max: 50 }), (lines, wanted, size) => {
        // Twice: what was seen once is read otherwise the second time.
        const text = [...lines, ...lines].join("\n");
        expect(ordered(recordsOf("ndjson", text, { fields: wanted, size }))).toEqual(
          ordered(projected("ndjson", text, wanted)),
        );
      }),
      { numRuns: 3000 },
    );
  });

  test("of any JSON array", () => {
    fc.assert(
      fc.property(documents, fields, (elements, wanted) => {
        const text = `[${[...elements, ...elements].join(",")}]`;
        expect(ordered(recordsOf("json", text, { fields: wanted }))).toEqual(
          ordered(projected("json", text, wanted)),
        );
      }),
    );
  });

  const cell = fc.oneof(
    fc.string({ maxLength: 6 }).map((one) => one.replaceAll(/[",\r\n\t]/g, "_")),
    fc.stringMatching(/^[a",\n ]{0,6}$/).map((one) => `"${one.replaceAll('"', '""')}"`),
  );
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 });
  const end = fc.constantFrom("\n", "\r\n");
  test.each(["csv", "tsv"] as const)("of any %s, ragged rows and broken quotes included", (format) => {
    const separator = format === "csv" ? "," : "\t";
    fc.assert(
      fc.property(rows, end, fc.integer({ min: 0, max: 60 }), fields, (table, newline, cut, wanted) => {
        const whole = ["a,status,é", ...table.map((row) => row.join())]
          .join(newline)
          .replaceAll(",", separator);
        const broken = whole.slice(0, 12) + whole.slice(12 + cut);
        for (const text of [whole, broken]) {
          const names = [...new Set([...wanted, "status"])];
          expect(ordered(recordsOf(format, text, { fields: names }))).toEqual(
            ordered(projected(format, text, names)),
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** With the order of fields as something to compare. */
function ordered({ records, ...rest }: { readonly records: readonly unknown[] }) {
  return { records: records.map((one) => (isRecord(one) ? Object.entries(one) : one)), ...rest };
}

function isRecord(one: unknown): one is object {
  return typeof one === "object" && one !== null && !Array.isArray(one);
}

test.each([
  ["ndjson", '{"a":1,"b":2}\n{"a":3,"b":4}\n{"a":5,"b":6}'],
  ["json", '[{"a":1,"b":2},{"a":3,"b":4},{"a":5,"b":6}]'],
  ["csv", "a,b\n1,2\n3,4\n5,6"],
  ["lines", "x\ny\nz"],
] as const)("the first records of %s have all fields for who looks at them", (format, text) => {
  const whole = recordsOf(format, text).records;
  const { records } = recordsOf(format, text, { fields: ["b"], wholeFirst: 2 });
  expect(records).toEqual([...whole.slice(0, 2), onlyFields(whole[2], ["b"])]);
});

test("of NDJSON that is alike, and broken anywhere", () => {
  const whole = '{"a":1,"b":"x, y","c d":-0.5e3, "é": null}';
  const broken = fc.tuple(
    fc.nat(whole.length),
    fc.nat(3),
    fc.constantFrom("", '"', "0", "{}", ",", "\\", "\t", "]", '"a":2'),
  );
  fc.assert(
    fc.property(broken, fields, ([at, cut, put], wanted) => {
      const line = whole.slice(0, at) + put + whole.slice(at + cut);
      const text = [whole, whole, line, whole].join("\n");
      const names = [...new Set([...wanted, "a", "c d"])];
      expect(ordered(recordsOf("ndjson", text, { fields: names }))).toEqual(
        ordered(projected("ndjson", text, names)),
      );
    }),
    { numRuns: 2000 },
  );
});

describe("objects that were seen before are taken apart without parsing", () => {
  const picked = (seen: object, text: string, wanted = ["a", "b"]) => {
    const picker = createFieldPicker(wanted);
    picker?.learn(seen);
    return picker?.pick(text, 0, text.length);
  };
  test.each([
    ['{"a":1,"b":"x"}', { a: 1, b: "x" }],
    ['{"a": -0, "b": "a text that is longer"}', { a: -0, b: "a text that is longer" }],
    ['{"a":true,"b":null}', { a: true, b: null }],
    ['{"a":12345678901234567890,"b":1E2}', { a: 12345678901234567890n, b: 100 }],
  ])("%s", (text, record) => {
    expect(picked({ a: "", b: "" }, text)).toEqual(record);
  });
  test.each([
    ["another order", '{"b":1,"a":1}'],
    ["one more name", '{"a":1,"b":1,"c":1}'],
    ["a name twice", '{"a":1,"b":1,"a":2}'],
    ["an escape", '{"a":1,"b":"\\n"}'],
    ["an escape in a name", '{"\\u0061":1,"b":1}'],
    ["an object inside", '{"a":1,"b":{}}'],
    ["a broken number", '{"a":01,"b":1}'],
    ["a control character", '{"a":1,"b":"\t"}'],
    ["something behind it", '{"a":1,"b":1}x'],
    ["no end", '{"a":1,"b":1'],
  ])("but not with %s", (_, text) => {
    expect(picked({ a: "", b: "" }, text)).toBeNull();
  });
  test("nothing is tried any more where few are alike", () => {
    const picker = createFieldPicker(["a"]);
    for (let n = 0; n < 1001; n++) {
      picker?.pick("[]", 0, 2);
      picker?.learn({ a: n });
    }
    expect(picker?.pick('{"a":1}', 0, 7)).toBeNull();
  });
});
