import fc from "fast-check";
import { expect, test } from "vitest";
import { defuse } from "../../../src/formats/writers/defuse.ts";
import { WRITERS } from "../../../src/formats/writers/writer-list.ts";
import { recordsOf } from "../sources.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
  ["-2+3", "'-2+3"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["＝1", "'＝1"],
  ["+49 30 123", "'+49 30 123"],
  ["-5", "-5"],
  ["+1.5e3", "+1.5e3"],
  ["-12.5%", "-12.5%"],
  ["a=1", "a=1"],
  ["", ""],
])("%j becomes %j", (cell, safe) => {
  expect(defuse(cell)).toBe(safe);
});

test("no cell that a spreadsheet reads begins as a formula, names of columns included", () => {
  const text = fc.string({ unit: fc.constantFrom(..."=+-@a1,\"\t\n|'"), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom("csv", "tsv"), text, text, (output, name, value) => {
      const line = WRITERS[output]({ header: true, formulas: "defuse" }).item({ [name]: value });
      const { records } = recordsOf(output, line, { header: false });
      const cells = records.flatMap((record) => Object.values(record as Record<string, string>));
      expect(cells).toHaveLength(2);
      for (const cell of cells) expect(cell).toMatch(/^(?:'|[^=+\-@\t\n]|[+-][.\d]+$)/);
    }),
  );
});

test("cells stay as they are where nothing is said", () => {
  expect(WRITERS.csv({ header: true }).item({ a: "=1" })).toBe("a\n=1\n");
  expect(WRITERS.csv({ header: true, formulas: "defuse" }).item({ "@a": "=1,2", b: -1 })).toBe(
    '"\'@a",b\n"\'=1,2",-1\n',
  );
});
