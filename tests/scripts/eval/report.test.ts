import { expect, test } from "vitest";
import type { Attempt, Ending } from "../../../scripts/eval/attempt.ts";
import { reportOf } from "../../../scripts/eval/report.ts";
import { summarize } from "../../../scripts/eval/summary.ts";
import type { Read } from "../../../scripts/eval/task.ts";

test("a set without replies says that nothing was measured, and why", () => {
  const read: Read[] = [{ ok: false, id: "a", why: "a test has a value that JSON cannot say: undefined" }];
  expect(reportOf(summarize("words", { read, attempts: [], unanswered: 2 }))).toBe(
    `words: 0 tasks, 3 skipped
  2 without a reply: no endpoint is configured and none was recorded
  1 a test has a value that JSON cannot say
  first draft right: not measured`,
  );
});

test("repairs count as right after the first draft, and what was refused counts by its stage", () => {
  const attempts = [
    attempt("first"),
    attempt("repaired", 2),
    attempt("refused", 4, "examples"),
    attempt("wrong"),
  ];
  const report = reportOf(summarize("words", { read: [], attempts, unanswered: 0 }));
  expect(report).toContain("first draft right 25.0 % · right after repair 50.0 % · wrong 1");
  expect(report).toContain("1 refused by examples");
  expect(report).toContain("regenerations 4");
  expect(report).toContain("tokens 400 in, 40 out · latency median 50 ms, most 50 ms");
});

function attempt(ending: Ending, replies = 1, by = ""): Attempt {
  const isRight = ending === "first" || ending === "repaired";
  const share = { right: isRight ? 2 : 0, all: 2 };
  return {
    task: ending,
    ...{ ending, by, replies, why: "" },
    score: { isRight, given: share, unseen: share },
    ...{ inputTokens: 100, outputTokens: 10, isEstimated: false, latencyMs: 50, source: "live" },
  };
}
