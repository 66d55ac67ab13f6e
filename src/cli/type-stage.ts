import { tmpdir } from "node:os";
import { readDiagnostics, typeProject } from "../check/types.ts";
import { checkTypes, typeCheckerPath } from "../host/type-checker.ts";
import { WritError } from "../terms/failure.ts";
import type { Sample } from "../terms/sample.ts";
import type { StageResult } from "../terms/verdict.ts";
import { readDeclarations } from "./installation.ts";

/**
 * The type stage: the snippet against the guest's declarations and, where a sample was drafted from, against
 * the type of its records. Throws `type-checker-missing` where nothing could be checked: it never passes for
 * lack of an answer.
 */
export async function typeStage(options: {
  readonly code: string;
  readonly sample: Sample | null;
  readonly signal: AbortSignal;
}): Promise<StageResult> {
  const { code, sample, signal } = options;
  const { files } = typeProject({
    code,
    declarations: readDeclarations(),
    ...(sample ? { recordType: sample.recordType } : {}),
  });
  const executable = typeCheckerPath();
  const checked = await checkTypes({ files, scratch: tmpdir(), executable, signal });
  if (checked.kind === "unusable") {
    throw new WritError({ kind: "type-checker-missing", detail: checked.detail });
  }
  const findings = readDiagnostics(checked.output, { code, exitCode: checked.exitCode });
  const count = `${findings.length} error${findings.length === 1 ? "" : "s"}`;
  return {
    stage: "types",
    status: findings.length === 0 ? "passed" : "failed",
    detail: findings.length === 0 ? "they fit the input and the result" : count,
    findings,
  };
}
