import type { ExampleResult } from "../../terms/judge-example.ts";
import { visibleLine } from "../../terms/visible.ts";
import { failedLines } from "../faces/executed-text.ts";
import { textTable } from "../faces/text-table.ts";
import type { Tested } from "./test-command.ts";

/** What came of the examples of commands: a table, what failed in full, and a line that adds up. */
export function testedText(tested: readonly Tested[]): string {
  const table = textTable(
    ["command", "origin", "examples"],
    tested.map((one) => [one.name, one.origin, visibleLine(wordTested(one))]),
  );
  const failed = tested.flatMap((one) => {
    const lines = one.kind === "tested" ? failedLines(one.results) : [];
    return lines.length === 0 ? [] : ["", one.name, ...lines];
  });
  return `${[table.trimEnd(), ...failed, "", sumOf(tested)].join("\n")}\n`;
}

/** `5 passed`, `4 passed, 1 failed`, `none`, or why they were not run. */
export function wordTested(tested: Tested): string {
  if (tested.kind === "not-run") return `not run: ${tested.why}`;
  if (tested.kind === "broken") return `cannot be read: ${tested.why}`;
  if (tested.results.length === 0) return "none";
  const failed = failing(tested.results);
  const passed = tested.results.length - failed;
  return [...(passed > 0 ? [`${passed} passed`] : []), ...(failed > 0 ? [`${failed} failed`] : [])].join(
    ", ",
  );
}

/** The same for programs. Examples are numbered from 1; one that passed has its status alone. */
export function testedRow(tested: Tested) {
  const { name, origin } = tested;
  if (tested.kind !== "tested")
    return { name, origin, ran: false, why: tested.why, passed: 0, failed: 0, examples: [] };
  const { results } = tested;
  const failed = failing(results);
  return {
    ...{ name, origin, ran: true, passed: results.length - failed, failed },
    examples: results.map(({ status, why, wanted, got }, at) =>
      status === "passed" ? { number: at + 1, status } : { number: at + 1, status, why, wanted, got },
    ),
  };
}

function failing(results: readonly ExampleResult[]): number {
  return results.filter(({ status }) => status !== "passed").length;
}

function sumOf(tested: readonly Tested[]): string {
  const results = tested.flatMap((one) => (one.kind === "tested" ? one.results : []));
  const failed = failing(results);
  if (results.length === 0) return "nothing was tested: no command here has an example that could be run";
  const all = `${results.length} ${results.length === 1 ? "example" : "examples"}`;
  return failed === 0 ? `${all}: passed` : `${all}: ${failed} failed`;
}
