import { once } from "node:events";
import { tmpdir } from "node:os";
import { readDiagnostics, type TypeProject, typeProject } from "../../check/types.ts";
import type { ResidentTypeChecker } from "../../host/resident-type-checker.ts";
import { checkTypes, type TypeCheck, typeCheckerPath } from "../../host/type-checker.ts";
import { WritError } from "../../terms/failure.ts";
import { commonRecordType, type Sample } from "../../terms/sample.ts";
import type { StageResult } from "../../terms/verdict.ts";
import { readDeclarations } from "../installation.ts";

type Checked = Extract<TypeCheck, { kind: "checked" }>;

/**
 * The type stage: the snippet against the guest's declarations and, where a sample was drafted from, against
 * the type of its records. Throws `type-checker-missing` where nothing could be checked: it never passes for
 * lack of an answer. A `resident` checker is asked first; what it cannot say, one that starts anew is asked.
 */
export async function typeStage(options: {
  readonly code: string;
  readonly sample: Sample | null;
  readonly signal: AbortSignal;
  readonly resident?: ResidentTypeChecker | null | undefined;
}): Promise<StageResult> {
  const { code } = options;
  const checked = await askTypeChecker(options);
  const findings = readDiagnostics(checked.output, { code, exitCode: checked.exitCode });
  const count = `${findings.length} error${findings.length === 1 ? "" : "s"}`;
  return {
    stage: "types",
    status: findings.length === 0 ? "passed" : "failed",
    detail: findings.length === 0 ? "they fit the input and the result" : count,
    findings,
  };
}

/** What the type checker says of a snippet. Throws `type-checker-missing`. */
export async function askTypeChecker(options: {
  readonly code: string;
  readonly sample: Sample | null;
  readonly signal: AbortSignal;
  readonly resident?: ResidentTypeChecker | null | undefined;
}): Promise<Checked> {
  const { code, sample, signal, resident } = options;
  const recordType = sample && commonRecordType(sample);
  const { files } = typeProject({
    code,
    declarations: readDeclarations(),
    ...(recordType === null ? {} : { recordType }),
  });
  return (resident && (await askResident(resident, files, signal))) ?? (await askAnew(files, signal));
}

async function askResident(
  resident: ResidentTypeChecker,
  files: TypeProject["files"],
  signal: AbortSignal,
): Promise<Checked | null> {
  signal.throwIfAborted();
  const stopped = new AbortController();
  const checked = await Promise.race([
    resident.check(files),
    once(signal, "abort", { signal: stopped.signal }).catch(() => []),
  ]);
  stopped.abort();
  signal.throwIfAborted();
  return "kind" in checked && checked.kind === "checked" ? checked : null;
}

async function askAnew(files: TypeProject["files"], signal: AbortSignal): Promise<Checked> {
  const checked = await checkTypes({ files, scratch: tmpdir(), executable: typeCheckerPath(), signal });
  if (checked.kind === "checked") return checked;
  throw new WritError({ kind: "type-checker-missing", detail: checked.detail });
}

/** Let a resident checker read its library while something else is waited for. */
export function warmTypes(resident: ResidentTypeChecker): void {
  const { files } = typeProject({ code: "export default () => 1;", declarations: readDeclarations() });
  void resident.check(files);
}
