import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { WRITERS } from "../../../src/formats/writers/writer-list.ts";
import { layoutTable } from "../lay-out.ts";

const cell = fc
  .array(fc.constantFrom("a", "日", "本", "é", "e\u0301", "👩‍👩‍👧", "🇩🇪", "한", "ｶ", "❤️"), {
    minLength: 1,
    maxLength: 6,
  })
  .map((clusters) => clusters.join(""));

/** Where each column begins, for a marker that stands nowhere else. */
const startOf = (line: string, marker: string) => stringWidth(line.slice(0, line.indexOf(marker)));

test("the second column of a table begins at the same place in every row, whatever letters stand before it", () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
      const lines = layoutTable(
        cells.map((one) => ({ first: one, X: "X" })),
        { columns: null },
      );
      expect(new Set(lines.map((line) => startOf(line, "X"))).size).toBe(1);
    }),
  );
});

test("no row of a table is wider than the terminal", () => {
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 4, max: 40 }),
      (cells, columns) => {
        const rows = cells.map((one, n) => ({ first: one, n, last: one }));
        for (const line of layoutTable(rows, { columns }))
          expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      },
    ),
  );
});

test("numbers of a table end at the same place", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 20 }), (numbers) => {
      const writer = WRITERS.table({ header: true });
      const lines = (numbers.map((n) => writer.item({ n })).join("") + writer.end()).split("\n").slice(0, -1);
      expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    }),
  );
});
