import { describe, expect, test } from "vitest";
import type { Collaborators } from "../../src/session/collaborators.ts";
import { session } from "../../src/session/session.ts";
import type { AskSettings } from "../../src/session/settings.ts";
import type { Draft } from "../../src/terms/draft.ts";
import type { SessionEvent } from "../../src/terms/event.ts";
import { DRAFT_LIMITS } from "../../src/terms/limit.ts";
import type { Sample } from "../../src/terms/sample.ts";
import type { Finding, StageResult, Verdict } from "../../src/terms/verdict.ts";

const SETTINGS: AskSettings = {
  directive: "sum of the numbers",
  yes: false,
  dryRun: false,
  noSample: false,
  saveAs: null,
  limits: { run: DRAFT_LIMITS, kept: DRAFT_LIMITS },
  level: "engine-only",
  requiredLevel: "engine-only",
  repairsMost: 1,
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

const ACCEPTED: Verdict = {
  accepted: true,
  findings: [],
  javascript: "js",
  schema: { summary: "", options: [] },
  capabilities: [],
};
const REFUSED: Verdict = { accepted: false, findings: [FINDING], capabilities: [] };
const TYPES_PASSED: StageResult = { stage: "types", status: "passed", detail: "ok", findings: [] };
const TYPES_FAILED: StageResult = {
  stage: "types",
  status: "failed",
  detail: "1 error",
  findings: [FINDING],
};

function fake(changes: Partial<Collaborators> & { codes?: string[] } = {}) {
  const calls: string[] = [];
  const codes = changes.codes ?? ["code"];
  const asked: unknown[] = [];
  let drafts = 0;
  const collaborators: Collaborators = {
    now: () => new Date(0),
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
        directive: SETTINGS.directive,
        code,
        origin: { kind: "model", model: "m", host: "h" },
        values: {},
      };
    },
    match: async () => ({ matches: [], bar: 0.5 }),
    check: async () => ACCEPTED,
    types: async () => TYPES_PASSED,
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
    ...changes,
  };
  return { collaborators, calls, asked };
}

async function collect(settings: AskSettings, collaborators: Collaborators) {
  const events: SessionEvent[] = [];
  const steps = session(settings, collaborators);
  for (;;) {
    const { value, done } = await steps.next();
    if (done) return { events, types: events.map(({ type }) => type), ended: value };
    events.push(value);
  }
}

describe("session", () => {
  test("drafts, checks, asks, runs", async () => {
    const { collaborators, calls } = fake();
    const { types, ended } = await collect(SETTINGS, collaborators);
    expect(types.join(" ")).toBe(
      "sampled drafting delta drafted stage stage stage stage decided started finished",
    );
    expect(calls).toEqual(["approve", "run"]);
    expect(ended).toMatchObject({ kind: "ran", outcome: { kind: "done" } });
  });

  test("runs nothing after a no", async () => {
    const { collaborators, calls } = fake({ decide: async () => ({ kind: "no" }) });
    const { ended } = await collect(SETTINGS, collaborators);
    expect(ended).toMatchObject({ failure: { kind: "not-approved", reason: "declined" } });
    expect(calls).toEqual([]);
  });

  test("says where there was no terminal to ask on", async () => {
    const { collaborators } = fake({ decide: async () => ({ kind: "no", reason: "no-terminal" }) });
    const { ended } = await collect(SETTINGS, collaborators);
    expect(ended).toMatchObject({ failure: { kind: "not-approved", reason: "no-terminal" } });
  });

  test("saves before it runs, so that an interrupted run loses nothing", async () => {
    const { collaborators, calls } = fake({ decide: async () => ({ kind: "save", name: "sum" }) });
    await collect(SETTINGS, collaborators);
    expect(calls).toEqual(["approve", "save sum", "run"]);
  });

  test("never asks about a draft that the check refused", async () => {
    const { collaborators, calls } = fake({
      check: async () => REFUSED,
      decide: async () => {
        throw new Error("asked");
      },
    });
    const { ended } = await collect(SETTINGS, collaborators);
    expect(ended).toMatchObject({ failure: { kind: "refused", findings: 1 } });
    expect(calls).toEqual([]);
  });

  test("sends the diagnostics back once, and takes the corrected draft", async () => {
    const { collaborators, asked, calls } = fake({
      codes: ["bad", "good"],
      check: async (code) => (code === "bad" ? REFUSED : ACCEPTED),
    });
    const { types } = await collect(SETTINGS, collaborators);
    expect(types).toContain("repairing");
    expect(asked[1]).toMatchObject({
      previous: { code: "bad", diagnostics: expect.stringContaining("line 3, column 3: `eval`") },
    });
    expect(calls).toEqual(["approve", "run"]);
  });

  test("does not repair more often than it may", async () => {
    const { collaborators, asked } = fake({ codes: ["a", "b", "c"], check: async () => REFUSED });
    await collect(SETTINGS, collaborators);
    expect(asked).toHaveLength(2);
  });

  test("stops repairing when the same code comes back", async () => {
    const { collaborators, asked } = fake({ codes: ["a"], check: async () => REFUSED });
    await collect({ ...SETTINGS, repairsMost: 3 }, collaborators);
    expect(asked).toHaveLength(2);
  });

  test("asks about failed types on a terminal, and refuses them under --yes", async () => {
    const asking = fake({ types: async () => TYPES_FAILED });
    expect((await collect(SETTINGS, asking.collaborators)).ended.kind).toBe("ran");
    const alone = fake({ types: async () => TYPES_FAILED });
    const { ended } = await collect({ ...SETTINGS, yes: true }, alone.collaborators);
    expect(ended).toMatchObject({ failure: { kind: "types-failed" } });
    expect(alone.calls).toEqual([]);
  });

  test("refuses a capability by name, since none can be granted", async () => {
    const { collaborators, calls } = fake({
      check: async () => ({ ...ACCEPTED, accepted: true, capabilities: ["read:/etc/passwd"] }) as Verdict,
    });
    const { ended } = await collect(SETTINGS, collaborators);
    expect(ended).toMatchObject({ failure: { kind: "capability-refused", capability: "read:/etc/passwd" } });
    expect(calls).toEqual([]);
  });

  test("runs nothing on a dry run", async () => {
    const { collaborators, calls } = fake();
    expect((await collect({ ...SETTINGS, dryRun: true }, collaborators)).ended).toEqual({ kind: "dry-run" });
    expect(calls).toEqual([]);
  });

  test("sends no values to a host that is not loopback without consent", async () => {
    const model = { name: "m", host: "api.example.com", loopback: false };
    const { collaborators, asked, calls } = fake({
      model,
      decide: async (question) => ({ kind: question.kind === "consent" ? "no" : "yes" }),
    });
    await collect(SETTINGS, collaborators);
    expect(asked[0]).toMatchObject({ sample: { records: [] } });
    expect(calls).not.toContain("consent api.example.com");
  });

  test("sends the values after consent, and remembers it", async () => {
    const model = { name: "m", host: "api.example.com", loopback: false };
    const { collaborators, asked, calls } = fake({ model });
    await collect(SETTINGS, collaborators);
    expect(asked[0]).toMatchObject({ sample: { records: ["1", "2"] } });
    expect(calls).toContain("consent api.example.com");
  });

  test("offers no command below the bar, and names the nearest", async () => {
    const command = {
      name: "top-values",
      origin: "shipped" as const,
      description: "the top",
      directive: "",
      code: "",
      schema: { summary: "", options: [] },
      values: {},
    };
    const match = async () => ({ matches: [{ command, confidence: 0.3, why: "", values: {} }], bar: 0.5 });
    const { collaborators } = fake({ model: null, match });
    const { ended } = await collect(SETTINGS, collaborators);
    expect(ended).toEqual({
      kind: "failed",
      failure: { kind: "no-model", nearest: [{ name: "top-values", description: "the top" }] },
    });
    const underYes = await collect({ ...SETTINGS, yes: true }, collaborators);
    expect(underYes.ended).toMatchObject({ failure: { kind: "unsure-match" } });
  });
});
