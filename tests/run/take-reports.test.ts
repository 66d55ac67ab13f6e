import fc from "fast-check";
import { expect, test } from "vitest";
import { takeReports } from "../../src/run/take-reports.ts";
import type { Tally } from "../../src/terms/tally.ts";

const TALLY = { recordsIn: 1, bytesIn: 2, recordsOut: 3, bytesOut: 4 };
const REPORT = `\x1e${JSON.stringify(TALLY)}\n`;

function taken(chunks: readonly (string | Buffer)[]) {
  const reports: Tally[] = [];
  let rest = "";
  const { take, end } = takeReports(
    (tally) => reports.push(tally),
    (chunk) => {
      rest += chunk.toString("latin1");
    },
  );
  for (const chunk of chunks) take(Buffer.from(chunk));
  end();
  return { reports, rest };
}

test.each([
  ["a report alone", REPORT, "", 1],
  ["between lines", `a\n${REPORT}b\n`, "a\nb\n", 1],
  ["two at once", `${REPORT}${REPORT}`, "", 2],
  ["not at the start of a line", `a${REPORT}`, `a${REPORT}`, 0],
  ["not figures", '\x1e{"recordsIn":"\x1b[31m"}\n', '\x1e{"recordsIn":"\x1b[31m"}\n', 0],
  ["a negative figure", REPORT.replace("1", "-1"), REPORT.replace("1", "-1"), 0],
  ["null", "\x1enull\nx\n", "\x1enull\nx\n", 0],
  ["cut short by the end", REPORT.slice(0, 9), REPORT.slice(0, 9), 0],
  ["a long line that begins like one", `\x1e${"x".repeat(9999)}`, `\x1e${"x".repeat(9999)}`, 0],
])("%s", (_, text, rest, count) => {
  expect(taken([text])).toEqual({ rest, reports: Array(count).fill(TALLY) });
});

test("where the stream is cut changes nothing", () => {
  const pieces = fc.array(fc.constantFrom("a", "\n", "\x1e", REPORT, "é\n", "\x1e{}\n"));
  fc.assert(
    fc.property(pieces, fc.array(fc.nat(60)), (parts, cuts) => {
      const all = Buffer.from(parts.join(""));
      const edges = [0, ...cuts.map((cut) => Math.min(cut, all.length)).sort((a, b) => a - b), all.length];
      const chunks = edges.slice(1).map((end, i) => all.subarray(edges[i], end));
      expect(taken(chunks)).toEqual(taken([all]));
    }),
  );
});
