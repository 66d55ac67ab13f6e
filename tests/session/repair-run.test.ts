import { describe, expect, test } from "vitest";
import type { Collaborators, Rerun } from "../../src/session/collaborators.ts";
import type { Answer, Question } from "../../src/terms/event.ts";
import { WritError } from "../../src/terms/failure.ts";
import type { Outcome } from "../../src/terms/outcome.ts";
import { ACCEPTED, collect, fake, REFUSED, SETTINGS } from "./fake.ts";

const failed = (detail: string): Outcome => ({ kind: "failed", wallMs: 1, detail });
const DONE: Outcome = { kind: "done", wallMs: 1 };
const RERUN: Rerun = {
  lost: () => null,
  written: () => "nothing",
  diagnose: async (outcome) => `told: ${outcome.kind}`,
};

interface Case {
  readonly outcomes: readonly Outcome[];
  readonly codes?: string[];
  readonly repair?: Answer;
  readonly changes?: Partial<Collaborators>;
  readonly settings?: Partial<typeof SETTINGS>;
}

async function asked({
  outcomes,
  codes = ["a", "b", "c", "d", "e"],
  repair = { kind: "yes" },
  ...more
}: Case) {
  const questions: Question[] = [];
  let runs = 0;
  const ran: string[] = [];
  const {
    collaborators,
    asked: drafts,
    calls,
  } = fake({
    codes,
    rerun: RERUN,
    decide: async (question) => {
      questions.push(question);
      return question.kind === "repair" ? repair : { kind: "yes" };
    },
    prepare: async ({ draft }) => ({
      plan: "hash",
      run: async () => {
        ran.push(draft.code);
        return outcomes[Math.min(runs++, outcomes.length - 1)]!;
      },
    }),
    ...more.changes,
  });
  const { events, types, ended } = await collect({ ...SETTINGS, ...more.settings }, collaborators);
  const left = events.flatMap((event) => (event.type === "left" ? [event.reason] : []));
  return {
    questions: questions.map(({ kind }) => kind),
    asked: questions,
    ran,
    drafts,
    calls,
    types,
    ended,
    left,
  };
}

describe("a failed run", () => {
  test("is offered for repair, drafted again, asked about like the first, and run again", async () => {
    const {
      questions,
      ran,
      drafts,
      types,
      ended,
      asked: put,
    } = await asked({ outcomes: [failed("boom"), DONE] });
    expect(questions).toEqual(["approve", "repair", "approve"]);
    expect(put[1]).toEqual({ kind: "repair", reason: "boom", attempt: 1, most: 3, written: "nothing" });
    expect(put[2]).toMatchObject({ previous: "a" });
    expect(ran).toEqual(["a", "b"]);
    expect(drafts[1]).toMatchObject({
      previous: { code: "a", diagnostics: "It ran and failed:\ntold: failed" },
    });
    expect(types.join(" ")).toContain("finished decided repairing drafting delta drafted stage");
    expect(ended).toEqual({ kind: "ran", outcome: DONE });
  });

  test.each<[string, Outcome]>([
    ["that failed", failed("x")],
    ["on malformed input", { kind: "malformed", wallMs: 1, detail: "x" }],
    ["that crashed", { kind: "crashed", wallMs: 1, detail: "x" }],
    ["over a limit", { kind: "limit", limit: "cpu", value: 1, used: 1, probable: false, wallMs: 1 }],
  ])("%s is offered", async (_, outcome) => {
    expect((await asked({ outcomes: [outcome, DONE] })).questions).toContain("repair");
  });

  test.each<[string, Outcome]>([
    ["that worked", DONE],
    ["that was stopped", { kind: "stopped", signal: "SIGINT", wallMs: 1 }],
    [
      "whose sandbox could not be applied",
      { kind: "sealing-failed", wallMs: 1, detail: "x", probable: false },
    ],
    ["whose input could not be read", { kind: "input-failed", wallMs: 1, detail: "x" }],
  ])("%s is not offered", async (_, outcome) => {
    expect((await asked({ outcomes: [outcome] })).questions).toEqual(["approve"]);
  });

  test.each<[string, Partial<Case>]>([
    ["under --yes", { settings: { yes: true } }],
    ["where nothing can be run again", { changes: { rerun: null } }],
    ["without a model", { changes: { model: null, match: async () => ({ matches: [MATCH], bar: 0.5 }) } }],
  ])("is not offered %s", async (_, more) => {
    const { questions, ended } = await asked({ outcomes: [failed("x")], ...more });
    expect(questions).not.toContain("repair");
    expect(ended).toEqual({ kind: "ran", outcome: failed("x") });
  });

  test("is left, and is how the ask ended, after a no", async () => {
    const { ran, ended } = await asked({ outcomes: [failed("x")], repair: { kind: "no" } });
    expect(ran).toEqual(["a"]);
    expect(ended).toEqual({ kind: "ran", outcome: failed("x") });
  });

  test("is not offered where the input cannot be read again, and that is said", async () => {
    const rerun = { ...RERUN, lost: () => "it was longer than 64M" };
    const { questions, left } = await asked({ outcomes: [failed("x")], changes: { rerun } });
    expect(questions).toEqual(["approve"]);
    expect(left).toEqual(["it cannot be repaired and run again: it was longer than 64M"]);
  });

  test("is not mended twice for the same error", async () => {
    const { ran, left } = await asked({ outcomes: [failed("x")] });
    expect(ran).toEqual(["a", "b"]);
    expect(left).toEqual(["it failed in the same way again"]);
  });

  test("is not run again with code that ran before", async () => {
    const { ran, left, ended } = await asked({
      outcomes: [failed("x"), failed("y")],
      codes: ["a", "b", "a"],
    });
    expect(ran).toEqual(["a", "b"]);
    expect(left).toEqual(["the model came back with the same code"]);
    expect(ended).toEqual({ kind: "ran", outcome: failed("y") });
  });

  test("is mended three times at most", async () => {
    const outcomes = ["1", "2", "3", "4", "5"].map(failed);
    const { ran, left } = await asked({ outcomes });
    expect(ran).toEqual(["a", "b", "c", "d"]);
    expect(left).toEqual(["3 repairs did not help"]);
  });

  test("is how the ask ended where the repair is refused by the check", async () => {
    const check = async (code: string) => (code === "a" ? ACCEPTED : REFUSED);
    const { ran, left, ended } = await asked({ outcomes: [failed("x")], changes: { check } });
    expect(ran).toEqual(["a"]);
    expect(left).toEqual(["the repair does not run: the check refused the draft: 1 finding"]);
    expect(ended).toEqual({ kind: "ran", outcome: failed("x") });
  });

  test("is how the ask ended where the model cannot be reached any more", async () => {
    const { collaborators } = fake();
    let drafts = 0;
    const draft: Collaborators["draft"] = async function* (request) {
      if (drafts++ > 0) throw new WritError({ kind: "model-unreachable", host: "h", detail: "refused" });
      return yield* collaborators.draft(request);
    };
    const { left, ended } = await asked({ outcomes: [failed("x")], changes: { draft } });
    expect(left).toEqual(["cannot reach the model at h: refused"]);
    expect(ended).toEqual({ kind: "ran", outcome: failed("x") });
  });

  test("that was saved is saved again under its name, in place of what failed", async () => {
    const saved: unknown[] = [];
    const save: Collaborators["save"] = (name, { draft }, _, options) => {
      saved.push([name, draft.code, options?.over ?? "nothing"]);
      return [];
    };
    await asked({ outcomes: [failed("x"), DONE], settings: { saveAs: "sum" }, changes: { save } });
    expect(saved).toEqual([
      ["sum", "a", "nothing"],
      ["sum", "b", "own"],
    ]);
  });
});

const MATCH = {
  command: {
    name: "n",
    origin: "shipped" as const,
    description: "",
    directive: "",
    code: "a",
    schema: { summary: "", options: [] },
    values: {},
  },
  confidence: 1,
  why: "",
  values: {},
};
