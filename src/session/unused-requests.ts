import type { Granting } from "../terms/granting.ts";
import type { Finding } from "../terms/verdict.ts";

/** What a directive requests for nothing, each as a note at the start of the code that does not use it. */
export function unusedRequests({ unused = [] }: Granting): readonly Finding[] {
  return unused.map((capability) => ({
    rule: "unused-requests",
    severity: "note",
    range: { start: 0, end: 0, line: 1, column: 0, endLine: 1, endColumn: 0 },
    message: `the directive requests ${capability}, and the code does not use it`,
    reason: "it is not granted, so that the directive says more than the command may do",
    hint: "leave it out of the directive's capabilities",
  }));
}
