import type { Question } from "../../src/terms/event.ts";
import { DRAFT_LIMITS, keptLimits } from "../../src/terms/limit.ts";
import type { Finding } from "../../src/terms/verdict.ts";

export type ApproveQuestion = Extract<Question, { kind: "approve" }>;

export const CODE = `/**
 * Show the busiest client addresses.
 * @param {integer} n how many addresses to show
 */
export default function* topAddresses(input: Input, { n = 10 }: { n?: number }) {
  const totals = new Map<string, number>();
  for (const line of input.lines()) {
    const address = field(line, 1);
    totals.set(address, (totals.get(address) ?? 0) + 1);
  }
  for (const [address, total] of [...totals].sort((a, b) => b[1] - a[1]).slice(0, n)) {
    yield { address, total };
  }
}
`;

export function finding(line: number, column: number, more: Partial<Finding> = {}): Finding {
  return {
    rule: "no-unused",
    severity: "warn",
    range: { start: 0, end: 1, line, column, endLine: line, endColumn: column + 1 },
    message: "the name is never used",
    reason: "what is never used was perhaps meant to be",
    ...more,
  };
}

/** A question as a session would ask it, for a draft that a model wrote. */
export function approveQuestion(more: Partial<ApproveQuestion> = {}): ApproveQuestion {
  return {
    kind: "approve",
    draft: {
      directive: "the ten busiest addresses",
      code: CODE,
      origin: { kind: "model", model: "small", host: "127.0.0.1:8080" },
      values: { n: 3 },
    },
    schema: {
      summary: "Show the busiest client addresses.",
      options: [
        {
          name: "n",
          type: "integer",
          array: false,
          required: false,
          default: 10,
          help: "how many addresses to show",
        },
      ],
    },
    findings: [finding(6, 8)],
    stages: [
      { stage: "safety", status: "passed", detail: "", findings: [] },
      { stage: "types", status: "passed", detail: "", findings: [] },
      { stage: "trial", status: "not-run", detail: "not asked for", findings: [] },
    ],
    capabilities: [],
    limits: { run: DRAFT_LIMITS, kept: keptLimits(8 * 1024 ** 3) },
    level: "engine-only",
    required: "engine-only",
    name: "top-addresses",
    taken: ["sum"],
    canEdit: true,
    canRevise: true,
    ...more,
  };
}

export function consentQuestion(): Extract<Question, { kind: "consent" }> {
  return {
    kind: "consent",
    host: "models.example.com",
    records: 20,
    bytes: 3100,
    replaced: [{ kind: "e-mail address", count: 9 }],
  };
}
