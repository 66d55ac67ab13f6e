import { judge } from "../../session/judge.ts";
import type { Judged } from "../../session/judged.ts";
import { refuseUntyped, unfitness } from "../../session/unfit.ts";
import type { Draft } from "../../terms/draft.ts";
import type { Answer, Question, UnstampedEvent } from "../../terms/event.ts";
import { WritError } from "../../terms/failure.ts";
import { wordFailure } from "../../terms/failure-catalogue.ts";
import type { Granting } from "../../terms/granting.ts";
import type { Limits } from "../../terms/limit.ts";
import type { Capability } from "../../terms/verdict.ts";
import { type Ceilings, readCeilings } from "../arguments/ceilings.ts";
import { underCeilings } from "../arguments/under-ceilings.ts";
import type { Context } from "../context.ts";
import { typeStage } from "../drafting/type-stage.ts";
import type { Faces } from "../faces/faces.ts";
import { sandboxLevel } from "../sandbox/sandbox-level.ts";

/** The text of a kept command that is to be approved, and how. */
export interface CommandQuestion {
  readonly name: string;
  readonly draft: Draft;
  readonly limits: Limits;
  /** What the user is told first. */
  readonly told: string;
  readonly leadsTo?: "approval" | "edit";
  /** The code as it was before an edit: it is compared with, and the text may be edited again. */
  readonly previous?: string;
  /** What a yes would grant of what the check finds that the code asks for. */
  grant(asked: readonly Capability[]): Granting;
  /** `--yes`: nobody is asked, and what failed a stage is not approved. */
  readonly yes: boolean;
}

/**
 * Judge the text of a kept command, show what the stages say, and ask. Throws `refused`, `capability-refused`
 * where it cannot be approved and not be changed either; `types-failed` under `--yes`.
 */
export async function askAbout(
  question: CommandQuestion,
  faces: Faces,
  context: Context,
): Promise<{ readonly answer: Answer; readonly judged: Judged }> {
  const judged = await judgeShown(question, faces, context);
  const failure = unfitness(judged);
  if (failure && question.previous === undefined) throw new WritError(failure);
  if (question.yes) {
    refuseFailed(question.name, judged);
    refuseUntyped(judged);
  }
  const { level, required } = await sandboxLevel(context);
  const ceilings = await readCeilings(context.places.config);
  const answer = await faces.decide(
    questionFor(question, judged, {
      level,
      required,
      ceilings,
      refused: failure && wordFailure(failure).title,
    }),
  );
  return { answer, judged };
}

async function judgeShown(
  { draft, grant }: CommandQuestion,
  faces: Faces,
  context: Context,
): Promise<Judged> {
  const { checkCode } = await import("../check/check-code.ts");
  const show = (event: UnstampedEvent) =>
    faces.show({ v: 1, at: new Date().toISOString(), ...event } as Parameters<Faces["show"]>[0]);
  await show({ type: "drafted", draft });
  const steps = judge(draft, null, {
    check: (code) => checkCode(code, { signal: context.signal }),
    grant,
    types: (code, sample) => typeStage({ code, sample, signal: context.signal }),
  });
  for (;;) {
    const { value, done } = await steps.next();
    if (done) return value;
    await show(value);
  }
}

function questionFor(
  { name, draft, limits, told, leadsTo, previous }: CommandQuestion,
  { verdict, stages, granting }: Judged,
  known: Pick<Extract<Question, { kind: "approve" }>, "level" | "required"> & {
    readonly refused: string | null;
    readonly ceilings: Ceilings;
  },
): Question {
  const { level, required, refused, ceilings } = known;
  return {
    kind: "approve",
    draft,
    schema: verdict.accepted ? verdict.schema : { summary: "", options: [] },
    findings: [...verdict.findings, ...stages.flatMap((one) => (one.stage === "types" ? one.findings : []))],
    stages,
    capabilities: granting.capabilities,
    limits: { run: underCeilings(limits, ceilings), kept: limits },
    level,
    required,
    name,
    taken: [],
    changed: told,
    ...(leadsTo === undefined ? {} : { leadsTo }),
    ...(previous === undefined ? {} : { previous }),
    ...(refused === null ? {} : { refused }),
    canEdit: previous !== undefined,
    canRevise: false,
  };
}

function refuseFailed(name: string, { stages }: Judged): void {
  const failed = stages.find(({ status }) => status === "failed");
  if (!failed) return;
  throw new WritError({ kind: "types-failed", what: name, findings: failed.findings.length });
}
