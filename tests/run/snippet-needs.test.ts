import { expect, test } from "vitest";
import { needsOf } from "../../src/run/snippet-needs.ts";

const none = { imports: false, temporal: false };
const usual = { imports: true, temporal: false };
const all = { imports: true, temporal: true };

test.each([
  ["export default (input) => input.lines()", none],
  ["export default () => String(Temporal.PlainDate.from('2026-01-02'))", { imports: false, temporal: true }],
  ["export default (input) => Array.from(input.lines())", none],
  ['export default async () => [...import("writ")]', all],
  ["export default () => new Date(0).toTemporalInstant()", { imports: false, temporal: true }],
  ['import { field } from "writ";\nexport default () => field("a b", 1)', usual],
  ["import { field as nth,\n  num, } from 'writ';\nexport default () => nth('a b', 1)", usual],
  ['import { num, parseDate } from "writ";\nexport default () => parseDate("2026-01-02")', all],
  ['import * as all from "writ";\nexport default () => all["parse" + "Date"]("2026-01-02")', all],
  ['export default async () => (await import("writ")).num("1")', all],
  ['export { parseDate as default } from "writ"', all],
  [
    'import { field } from "writ";\nimport { parseDate } from "\\x77rit";\nexport default () => parseDate("1")',
    all,
  ],
])("%s", (javascript, needs) => {
  expect(needsOf(javascript)).toEqual(needs);
});
