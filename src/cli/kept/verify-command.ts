import { readCommand } from "../../keep/library.ts";
import type { Located } from "../../keep/revoke-approvals.ts";
import { sha256 } from "../../keep/sha256.ts";
import type { StoredCommand } from "../../terms/command.ts";
import { WritError } from "../../terms/failure.ts";
import { wordFailure } from "../../terms/failure-catalogue.ts";
import type { ExampleResult } from "../../terms/judge-example.ts";
import type { Finding, StageResult } from "../../terms/verdict.ts";
import type { Context } from "../context.ts";
import { typeStage } from "../drafting/type-stage.ts";
import { type Tested, testStored } from "./test-command.ts";
import { wordTested } from "./tested-text.ts";

/** One thing that was verified. */
export interface VerifiedPart {
  readonly part: "files" | "hash" | "safety" | "types" | "examples";
  readonly status: StageResult["status"];
  readonly detail: string;
  readonly findings?: readonly Finding[];
  readonly examples?: readonly ExampleResult[];
}

/** A command and what came of verifying it, in order; where it cannot be read that is all there is. */
export interface Verified extends Located {
  readonly parts: readonly VerifiedPart[];
}

/** Verify one command. Executes nothing but its examples, and those only where it is approved. */
export async function verifyCommand(located: Located, context: Context): Promise<Verified> {
  try {
    const { origin, folder, name } = located;
    const command = readCommand(origin, folder, name);
    const [safety, types] = await judged(command, context);
    const examples = examplesPart(await testStored(located, command, context));
    return { ...located, parts: [hashPart(command), safety, types, examples] };
  } catch (error) {
    if (!(error instanceof WritError) || error.failure.kind === "interrupted") throw error;
    return {
      ...located,
      parts: [{ part: "files", status: "failed", detail: wordFailure(error.failure).title }],
    };
  }
}

function hashPart({ head, code, paths }: StoredCommand): VerifiedPart {
  const found = sha256(code);
  if (found === head.sha256) return { part: "hash", status: "passed", detail: "the code is the directive's" };
  const detail = `${paths.snippet} has ${found.slice(0, 12)}…, its directive names ${head.sha256.slice(0, 12)}…`;
  return { part: "hash", status: "failed", detail };
}

async function judged(
  { code }: StoredCommand,
  { signal }: Context,
): Promise<readonly [VerifiedPart, VerifiedPart]> {
  const { check } = await import("../../check/check.ts");
  const verdict = check(code);
  if (!verdict.accepted) {
    const findings = verdict.findings.filter(({ severity }) => severity === "refuse");
    const detail = findings[0]?.message ?? "the check refuses it";
    return [
      { part: "safety", status: "failed", detail, findings },
      { part: "types", status: "not-run", detail: "the safety stage refused" },
    ];
  }
  const { status, detail, findings } = await typeStage({ code, sample: null, signal });
  return [
    { part: "safety", status: "passed", detail: "nothing refuses" },
    { part: "types", status, detail, findings },
  ];
}

function examplesPart(tested: Tested): VerifiedPart {
  const detail = wordTested(tested);
  if (tested.kind !== "tested" || tested.results.length === 0) {
    return { part: "examples", status: tested.kind === "broken" ? "failed" : "not-run", detail };
  }
  const { results } = tested;
  const hasFailed = results.some(({ status }) => status !== "passed");
  return { part: "examples", status: hasFailed ? "failed" : "passed", detail, examples: results };
}
