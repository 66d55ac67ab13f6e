import { estimateTokens } from "../../src/draft/prompt/message.ts";
import { EXIT } from "../../src/terms/exit-code.ts";
import { wordFailure } from "../../src/terms/failure-catalogue.ts";
import { wordOutcome } from "../../src/terms/outcome-wording.ts";
import type { Attempt, Ending } from "./attempt.ts";
import { judgeResult, noScore } from "./judge-result.ts";
import type { Given } from "./model-bridge.ts";
import type { Ran } from "./run-task.ts";
import type { Task } from "./task.ts";

/** What became of a task: of what its session did, and of the replies that it was given. Pure. */
export function readAttempt(task: Task, ran: Ran, given: readonly Given[]): Attempt {
  const score = hasRun(ran) ? judgeResult(ran.written, task.expected) : noScore(task.expected);
  const ending = score.isRight ? (given.length > 1 ? "repaired" : "first") : endingOf(ran);
  return {
    task: task.id,
    ending,
    ...(score.isRight ? { by: "", why: "" } : reasonOf(ran, ending)),
    score,
    replies: given.length,
    ...tokensOf(ran, given),
    latencyMs: latencyOf(given),
    source: sourceOf(given),
    ...(task.recorded ? { label: task.recorded.label } : {}),
  };
}

function hasRun({ ended }: Ran): boolean {
  return ended.kind === "ran" && ended.outcome.kind === "done";
}

function endingOf({ ended }: Ran): Ending {
  if (ended.kind === "ran") return ended.outcome.kind === "done" ? "wrong" : "crashed";
  const isOfModel = ended.kind === "failed" && wordFailure(ended.failure).exitCode === EXIT.model;
  return isOfModel ? "no-draft" : "refused";
}

function reasonOf({ ended, events }: Ran, ending: Ending): { readonly by: string; readonly why: string } {
  if (ending === "wrong") return { by: "answer", why: "it is not what was expected" };
  if (ended.kind === "ran") return { by: ended.outcome.kind, why: wordOutcome(ended.outcome).sentence };
  if (ended.kind === "dry-run") throw new Error("an evaluation asks for no dry run");
  const { failure } = ended;
  const failed = ending === "refused" ? failedStage(events) : undefined;
  const finding = failed?.findings.find(({ severity }) => failed.stage !== "safety" || severity === "refuse");
  const why = finding ? `${finding.rule}: ${finding.message}` : wordFailure(failure).title;
  return { by: failed?.stage ?? failure.kind, why };
}

/** The stage that failed of the last draft that was judged; a draft of the same code is not judged again. */
function failedStage(events: Ran["events"]) {
  const stages = events.flatMap((event) => (event.type === "stage" ? event.result : []));
  const last = stages.slice(stages.findLastIndex(({ stage }) => stage === "safety"));
  return last.find(({ status }) => status === "failed");
}

function tokensOf({ events }: Ran, given: readonly Given[]) {
  const counted = events.flatMap((event) => (event.type === "drafted" && event.usage ? event.usage : []));
  const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0);
  const isComplete = counted.length >= given.length;
  return {
    inputTokens: sum(counted.map(({ inputTokens }) => inputTokens)),
    outputTokens: isComplete
      ? sum(counted.map(({ outputTokens }) => outputTokens))
      : sum(given.map(({ usage, reply }) => usage?.outputTokens ?? estimateTokens(reply))),
    isEstimated: !isComplete || counted.some(({ countedBy }) => countedBy === "estimated"),
  };
}

function latencyOf(given: readonly Given[]): number | null {
  const known = given.flatMap(({ latencyMs }) => latencyMs ?? []);
  return known.length < given.length || given.length === 0 ? null : known.reduce((sum, ms) => sum + ms, 0);
}

function sourceOf(given: readonly Given[]): Attempt["source"] {
  if (given.some(({ samePrompt }) => samePrompt === false)) return "recorded for another prompt";
  return given.some(({ samePrompt }) => samePrompt === true) ? "recorded" : "live";
}
