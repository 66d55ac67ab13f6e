import type { Executed, Runnable } from "../../session/collaborators.ts";
import type { Example } from "../../terms/example.ts";
import { exampleDiff } from "../../terms/example-diff.ts";
import type { KeptReading } from "../../terms/format.ts";
import type { ExampleResult } from "../../terms/judge-example.ts";
import type { StageResult } from "../../terms/verdict.ts";
import type { Context } from "../context.ts";
import { sandboxLevel } from "../sandbox/sandbox-level.ts";
import { runExample } from "./run-example.ts";
import { whyNotSealed } from "./why-not-sealed.ts";

/** What a draft is held against. */
export interface ExamplesRequest {
  readonly runnable: Runnable;
  readonly examples: readonly Example[];
  /** How the input of the ask is read, where that was said. */
  readonly reading: KeptReading;
  readonly context: Context;
  /** What a model may know of this text, which holds data; null where it may hold none. */
  diagnose(said: string): Promise<string | null>;
}

/** The examples stage: each is run by itself, sealed as a trial is. Passed: every one gave what it expects. */
export async function examplesStage({
  runnable,
  examples,
  reading,
  context,
  diagnose,
}: ExamplesRequest): Promise<Executed> {
  const why = whyNotSealed(runnable.capabilities, await sandboxLevel(context));
  if (why !== null)
    return { result: { stage: "examples", status: "not-run", detail: why, findings: [] }, diagnostics: "" };
  const results = await runExamples(
    { code: runnable, values: runnable.draft.values, reading },
    examples,
    context,
  );
  const result = examplesResult(results);
  return { result, diagnostics: result.status === "passed" ? "" : await diagnostics(results, diagnose) };
}

/** One after the other: two engines at once are no faster on a small machine, and memory adds up. */
export async function runExamples(
  code: Parameters<typeof runExample>[0],
  examples: readonly Example[],
  context: Context,
): Promise<readonly ExampleResult[]> {
  const results: ExampleResult[] = [];
  for (const example of examples) results.push(await runExample(code, example, context));
  return results;
}

/** The stage that these results make. */
function examplesResult(results: readonly ExampleResult[]): StageResult {
  const failing = results.filter(({ status }) => status !== "passed").length;
  const all = results.length;
  const passed = all === 1 ? "the one there is" : `all ${all}`;
  return {
    stage: "examples",
    status: failing === 0 ? "passed" : "failed",
    detail: failing === 0 ? passed : `${failing} of ${all} ${failing === 1 ? "fails" : "fail"}`,
    findings: [],
    examples: results,
  };
}

const INPUT_UNITS_MOST = 1000;
const SHOWN_MOST = 3;

/** The first few that fail, each with its input and what was wanted and came. */
async function diagnostics(
  results: readonly ExampleResult[],
  diagnose: ExamplesRequest["diagnose"],
): Promise<string> {
  const failing = results.flatMap((result, at) =>
    result.status === "passed" ? [] : [{ result, number: at + 1 }],
  );
  const head = `${failing.length} of ${results.length} examples ${failing.length === 1 ? "fails" : "fail"}: ${failing.map(({ number }) => number).join(", ")}`;
  const shown = failing.slice(0, SHOWN_MOST).map(({ result, number }) => describe(result, number));
  const said = await diagnose(shown.join("\n\n"));
  return said === null ? head : `${head}\n\n${said}`;
}

function describe(result: ExampleResult, number: number): string {
  const { example, why } = result;
  const { in: input, args = [] } = example;
  const cut = (input ?? "").slice(0, INPUT_UNITS_MOST);
  return [
    `Example ${number}${args.length > 0 ? ` (options ${args.join(" ")})` : ""}: ${why}`,
    ...(input === undefined
      ? []
      : [`its input${cut.length < input.length ? " begins" : ""}:`, cut.trimEnd()]),
    "wanted (-) and got (+):",
    exampleDiff(result),
  ].join("\n");
}
