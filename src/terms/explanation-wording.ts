import type { ExplainedRun, Explanation } from "./explanation.ts";

/** One line of an explanation. `tone`: what it is, for whoever has colours. */
export interface ExplainedRow {
  readonly text: string;
  readonly tone: "words" | "heading" | "given" | "gave" | "failed";
}

/** An explanation as lines of text, which is not yet made visible. */
export function wordExplanation({ lines, runs }: Explanation): readonly ExplainedRow[] {
  const digits = String(lines.at(-1)?.line ?? 0).length;
  const said = lines.map(({ line, depth, words }, at) => {
    const isRepeated = lines[at - 1]?.line === line;
    const number = (isRepeated ? "" : String(line)).padStart(digits);
    return row(`${number} │ ${"  ".repeat(depth)}${words}`, "words");
  });
  if (runs.kind === "not-run") {
    return [...said, row(`not run on records of the sample: ${runs.why}`, "heading")];
  }
  return [...said, row("run on records of the sample, sealed:", "heading"), ...runs.runs.flatMap(wordRun)];
}

function wordRun({ given, gave, failed }: ExplainedRun): readonly ExplainedRow[] {
  const came = gave.map((one) => row(`  → ${one}`, "gave"));
  if (failed !== undefined) came.push(row(`  → ${failed}`, "failed"));
  else if (came.length === 0) came.push(row("  → nothing", "gave"));
  return [row(given === null ? "these together" : given, "given"), ...came];
}

function row(text: string, tone: ExplainedRow["tone"]): ExplainedRow {
  return { text, tone };
}
