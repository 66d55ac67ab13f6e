import fc from "fast-check";
import { expect, test } from "vitest";
import { WRITERS } from "../../src/formats/writers/writer-list.ts";
import type { FormatName, OutputName } from "../../src/terms/format.ts";
import { recordsOf } from "./sources.ts";

const text = fc.string({ unit: "binary", maxLength: 12 }).filter((one) => one.isWellFormed());
/** A name that does not look like an index, which would change the order of an object's fields. */
const name = fc.stringMatching(/^[a-z][a-z ;"|,=]{0,5}$/).filter((one) => one !== "__proto__");
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 4 });
/** But integers beyond 2^53, which come back as bigints: they have their own test. */
const json = fc
  .jsonValue()
  .map((value) =>
    JSON.parse(JSON.stringify(value), (_, one) =>
      Number.isInteger(one) && !Number.isSafeInteger(one) ? 0 : one,
    ),
  );

function tableOf(cell: fc.Arbitrary<unknown>) {
  return names.chain((all) =>
    fc.array(fc.record(Object.fromEntries(all.map((one) => [one, cell]))), { minLength: 1, maxLength: 5 }),
  );
}

function written(output: OutputName, records: readonly unknown[]): string {
  const writer = WRITERS[output]({ header: true });
  return records.map((record) => writer.item(record)).join("") + writer.end();
}

function roundTrip(output: OutputName, format: FormatName, records: readonly unknown[]) {
  expect(recordsOf(format, written(output, records), { size: 5 })).toEqual({ records });
}

test.each<[OutputName, FormatName]>([
  ["csv", "csv"],
  ["tsv", "tsv"],
  ["ndjson", "ndjson"],
  ["json", "json"],
])("records of texts are the same after -o %s and the reader of %s", (output, format) => {
  fc.assert(
    fc.property(tableOf(text), (records) => roundTrip(output, format, records)),
    { numRuns: 300 },
  );
});

test.each<[OutputName, FormatName]>([
  ["ndjson", "ndjson"],
  ["json", "json"],
])("any JSON value is the same after -o %s and the reader of %s", (output, format) => {
  const values = fc.array(fc.oneof(json, tableOf(json)), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(values, (records) => roundTrip(output, format, records)),
    { numRuns: 300 },
  );
});

test.each<[OutputName, FormatName]>([
  ["ndjson", "ndjson"],
  ["json", "json"],
])("an integer of any length is the same after -o %s and the reader of %s", (output, format) => {
  const integer = fc.bigInt().map((n) => (Number.isSafeInteger(Number(n)) ? Number(n) : n));
  fc.assert(
    fc.property(fc.array(integer, { minLength: 1 }), (records) => roundTrip(output, format, records)),
  );
});

/** What a form can hold and give back, where that is less than any text. */
interface Narrow {
  readonly output: OutputName;
  readonly format: FormatName;
  readonly holds: string;
  readonly records: fc.Arbitrary<readonly Record<string, string>[]>;
}

const word = fc.stringMatching(/^[A-Za-z0-9_.%@é漢-]{1,8}$/);
/** Words with one space between them at most: two are the gap between columns. */
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const title = fc.stringMatching(/^[A-Z]{1,6}$/);
const line = text.map((one) => one.replace(/[\r\n]/g, "")).filter((one) => !one.startsWith("\ufeff"));

function rowsOf(columns: readonly string[], cell: fc.Arbitrary<string>, last: fc.Arbitrary<string>) {
  const cells = columns.map((one, i) => [one, i === columns.length - 1 ? last : cell]);
  return fc.array(fc.record(Object.fromEntries(cells) as Record<string, fc.Arbitrary<string>>), {
    minLength: 1,
    maxLength: 6,
  });
}

const NARROW: readonly Narrow[] = [
  {
    ...{ output: "lines", format: "lines", holds: "one field of text without line ends" },
    records: fc.array(fc.record({ line }), { minLength: 1, maxLength: 5 }),
  },
  {
    ...{ output: "raw", format: "text", holds: "one text, whole" },
    records: text.filter((one) => one !== "" && !one.startsWith("\ufeff")).map((one) => [{ text: one }]),
  },
  {
    ...{ output: "table", format: "columns", holds: "words; the last column several" },
    records: fc
      .uniqueArray(title, { minLength: 2, maxLength: 4 })
      .chain((columns) => rowsOf(columns, word, phrase)),
  },
];

test.each(NARROW)("-o $output and the reader of $format give back $holds", ({ output, format, records }) => {
  fc.assert(
    fc.property(records, (all) => {
      const given = format === "text" || format === "lines" ? all.flatMap(Object.values) : all;
      expect(recordsOf(format, written(output, given), { size: 5 })).toEqual({ records: all });
    }),
    { numRuns: 300 },
  );
});

/** What comes back as something else, as docs/formats.md says ("What becomes of values"): value, by JSON, by a cell of CSV. */
const CHANGED: readonly (readonly [string, unknown, unknown, string])[] = [
  ["a number", 1.5, 1.5, "1.5"],
  ["a truth value", true, true, "true"],
  ["null", null, null, ""],
  ["a field that is not there", undefined, undefined, ""],
  ["NaN", Number.NaN, null, "NaN"],
  ["Infinity", Number.POSITIVE_INFINITY, null, "Infinity"],
  ["an integer beyond 2^53", 2n ** 60n, 2n ** 60n, "1152921504606846976"],
  ["a small bigint", 5n, 5, "5"],
  ["minus nothing", -0, 0, "0"],
  ["a date", new Date(0), "1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z"],
  ["a list", [1, "a"], [1, "a"], '[1,"a"]'],
  ["a record", { b: null }, { b: null }, '{"b":null}'],
];

test.each(CHANGED)("%s comes back as documented", (_, value, byJson, byCell) => {
  const records = [
    { a: "x", b: "y" },
    { a: value, b: "y" },
  ];
  const second = (output: OutputName, format: FormatName) =>
    (recordsOf(format, written(output, records)).records[1] as { readonly a?: unknown }).a;
  for (const form of ["json", "ndjson"] as const) expect(second(form, form)).toEqual(byJson);
  for (const form of ["csv", "tsv"] as const) expect(second(form, form)).toBe(byCell);
});
