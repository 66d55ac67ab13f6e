import type { StageResult } from "../terms/verdict.ts";

/** One clause about the first stage that failed; empty where none did. */
export function reasonOf(stages: readonly StageResult[]): string {
  const failed = stages.find(({ status }) => status === "failed");
  return failed === undefined ? "" : `${failed.stage}: ${failed.detail}`;
}
