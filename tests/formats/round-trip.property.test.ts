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
