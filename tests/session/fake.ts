// The session's collaborators without disk, model or engine: what they were asked, and what they answer.
import type { Collaborators, Executed } from "../../src/session/collaborators.ts";
import { session } from "../../src/session/session.ts";
import type { AskSettings } from "../../src/session/settings.ts";
import type { Draft } from "../../src/terms/draft.ts";
import type { SessionEvent } from "../../src/terms/event.ts";
import type { Example } from "../../src/terms/example.ts";
import type { Explanation } from "../../src/terms/explanation.ts";
import { DRAFT_LIMITS } from "../../src/terms/limit.ts";
import type { Sample } from "../../src/terms/sample.ts";
import type { Finding, StageResult, Verdict } from "../../src/terms/verdict.ts";

export const SETTINGS: AskSettings = {
  directive: "sum of the numbers",
  yes: false,
  dryRun: false,
  noSample: false,
  saveAs: null,
  limits: { run: DRAFT_LIMITS, kept: DRAFT_LIMITS },
  level: "engine-only",
  requiredLevel: "engine-only",
  repairsMost: 1,
  tries: false,
  explains: false,
  examples: [],
};

const SAMPLE: Sample = {
  input: "stdin",
  format: "lines",
  why: "text",
  fields: [],
  records: ["1", "2"],
  recordType: "string",
  bytes: 4,
  complete: true,
  replaced: [],
  suspicious: [],
};

const FINDING: Finding = {
  rule: "no-eval",
  severity: "refuse",
  range: { start: 0, end: 4, line: 3, column: 2, endLine: 3, endColumn: 6 },
  message: "`eval` is not in reach",
  reason: "code from strings",
};

export const ACCEPTED: Verdict = {
  accepted: true,
  findings: [],
  javascript: "js",
  schema: { summary: "", options: [] },
  reads: { kind: "no-records" },
  capabilities: [],
};
export const REFUSED: Verdict = { accepted: false, findings: [FINDING], capabilities: [] };
const TYPES_PASSED: StageResult = { stage: "types", status: "passed", detail: "ok", findings: [] };
export const TYPES_FAILED: StageResult = {
  stage: "types",
  status: "failed",
  detail: "1 error",
  findings: [FINDING],
};

export const EXPLANATION: Explanation = {
  lines: [{ line: 1, depth: 0, words: "give 1" }],
  runs: { kind: "not-run", why: "it has no input" },
};

/** All of these met. */
export function examplesPassed(examples: readonly Example[]): Executed {
  const results = examples.map((example) => ({
    example,
    status: "passed" as const,
    why: "",
    wanted: [],
    got: [],
  }));
  const detail = `all ${examples.length}`;
  return {
    result: { stage: "examples", status: "passed", detail, findings: [], examples: results },
    diagnostics: "",
  };
}

/** The first `failing` of these not met. */
export function examplesFailed(examples: readonly Example[], failing: number): Executed {
  const { result } = examplesPassed(examples);
  const results = result.examples!.map((one, at) =>
    at < failing ? { ...one, status: "failed" as const, why: "another" } : one,
  );
  const detail = `${failing} of ${examples.length} fail`;
  return { result: { ...result, status: "failed", detail, examples: results }, diagnostics: detail };
}

export function fake(changes: Partial<Collaborators> & { codes?: string[] } = {}) {
  const calls: string[] = [];
  const codes = changes.codes ?? ["code"];
  const asked: unknown[] = [];
  let drafts = 0;
  const collaborators: Collaborators = {
    now: () => new Date(0),
    takenNames: () => [],
    inputNames: ["a.log", "b.log"],
    sample: async () => SAMPLE,
    withoutValues: (sample) => ({ ...sample, records: [] }),
    model: { name: "m", host: "127.0.0.1:1", loopback: true },
    hasConsent: () => false,
    storeConsent: (host) => calls.push(`consent ${host}`),
    async *draft(request): AsyncGenerator<{ type: "delta"; text: string }, Draft, void> {
      asked.push(request);
      yield { type: "delta", text: "co" };
      const code = codes[Math.min(drafts++, codes.length - 1)]!;
      return {
        directive: request.directive,
        code,
        origin: { kind: "model", model: "m", host: "h" },
        values: {},
      };
    },
    match: async () => ({ matches: [], bar: 0.5 }),
    check: async () => ACCEPTED,
    grant: (capabilities) => ({ capabilities, untyped: [], refused: null }),
    types: async () => TYPES_PASSED,
    trial: async () => ({
      result: { stage: "trial", status: "passed", detail: "1 row", findings: [], rows: ["3"] },
      diagnostics: "",
    }),
    examples: async (_, examples) => examplesPassed(examples),
    explain: async (code) => {
      calls.push(`explain ${code}`);
      return EXPLANATION;
    },
    sendable: async (text) => text,
    fitExample: (example) => example,
    decide: async () => ({ kind: "yes" }),
    approve: () => calls.push("approve"),
    save: (name) => {
      calls.push(`save ${name}`);
      return ["a.md"];
    },
    prepare: async () => ({
      plan: "hash",
      run: async () => {
        calls.push("run");
        return { kind: "done", wallMs: 1 };
      },
    }),
    rerun: null,
    ...changes,
  };
  return { collaborators, calls, asked };
}

export async function collect(settings: AskSettings, collaborators: Collaborators) {
  const events: SessionEvent[] = [];
  const steps = session(settings, collaborators);
  for (;;) {
    const { value, done } = await steps.next();
    if (done) return { events, types: events.map(({ type }) => type), ended: value };
    events.push(value);
  }
}
