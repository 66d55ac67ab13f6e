import fc from "fast-check";
import { expect, test } from "vitest";
import { WRITERS } from "../../../src/formats/writers/writer-list.ts";
import { recordsOf } from "../sources.ts";

/** What TSV cannot hold at its very beginning, where it is a byte order mark. */
const MARK = "\ufeff";

// Every character that means something to a writer or a reader, and what is often lost.
const text = fc.string({
  unit: fc.constantFrom(..."a1 ,;|\t\n\r\"'\\=+-@#éß日👩", "\u2028", "\ufeff", "e\u0301", "👩‍👩‍👧"),
  maxLength: 6,
});
const names = fc.uniqueArray(
  text.filter((name) => name.trim() !== ""),
  { minLength: 1, maxLength: 4 },
);
const rows = names.chain((columns) =>
  fc.array(fc.record(Object.fromEntries(columns.map((name) => [name, text]))), {
    minLength: 1,
    maxLength: 6,
  }),
);

const written = (output: "csv" | "tsv", items: readonly unknown[], header = true) => {
  const writer = WRITERS[output]({ header });
  return items.map(writer.item).join("") + writer.end();
};

test.each(["csv", "tsv"] as const)("records of text written as %s are read as they were", (output) => {
  fc.assert(
    fc.property(rows, (records) => {
      fc.pre(output !== "tsv" || !Object.keys(records[0]!)[0]!.startsWith(MARK));
      expect(recordsOf(output, written(output, records))).toEqual({ records });
    }),
    { numRuns: 500 },
  );
});

test.each(["csv", "tsv"] as const)("rows of %s without a header are read as they were", (output) => {
  const numbered = fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(numbered, (cells) => {
      fc.pre(output !== "tsv" || !cells[0]![0]!.startsWith(MARK));
      const records = cells.map(([c1, c2]) => ({ c1, c2 }));
      const all = written(output, cells, false);
      expect(recordsOf(output, all, { header: false })).toEqual({ records });
    }),
    { numRuns: 500 },
  );
});

test("CSV quotes what would change how a reader takes it, and no more", () => {
  expect(written("csv", [{ "a;b": "x;y", "it's": "'q'", 'say "a"': "1,5" }])).toBe(
    '"a;b","it\'s","say ""a"""\nx;y,\'q\',"1,5"\n',
  );
  expect(written("csv", [{ a: "" }, { a: null }])).toBe('a\n""\n""\n');
});
