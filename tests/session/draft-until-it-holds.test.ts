import { describe, expect, test } from "vitest";
import type { Decide } from "../../src/terms/event.ts";
import type { Example } from "../../src/terms/example.ts";
import type { StageResult } from "../../src/terms/verdict.ts";
import { ACCEPTED, collect, examplesFailed, examplesPassed, fake, REFUSED, SETTINGS } from "./fake.ts";

const EXAMPLES: readonly Example[] = [
  { in: "1\n", out: "1\n" },
  { in: "2\n", out: "2\n" },
  { in: "3\n", out: "3\n" },
];
const THREE = { ...SETTINGS, repairsMost: 3, examples: EXAMPLES };

/** Drafts named by how many examples they fail: `2b` fails two. */
const byCode: Parameters<typeof fake>[0] = {
  examples: async ({ draft }, given) => {
    const failing = Number.parseInt(draft.code, 10);
    const failed = examplesFailed(given, failing);
    return failing === 0 ? examplesPassed(given) : { ...failed, diagnostics: draft.code };
  },
};

async function asked(codes: string[], settings = THREE) {
  const questions: Parameters<Decide>[0][] = [];
  const decide: Decide = async (question) => {
    questions.push(question);
    return { kind: "yes" };
  };
  const one = fake({ ...byCode, codes, decide });
  const { events, ended } = await collect(settings, one.collaborators);
  const question = questions.find(({ kind }) => kind === "approve");
  return { events, ended, requests: one.asked, question: question?.kind === "approve" ? question : null };
}

describe("a draft that does not meet its examples", () => {
  test("goes back to the model with what is wrong until it meets them", async () => {
    const { question, requests, events } = await asked(["2", "1", "0"]);
    expect(question?.draft.code).toBe("0");
    expect(question?.notice).toBeUndefined();
    expect(requests).toMatchObject([
      { examples: EXAMPLES },
      { previous: { code: "2", diagnostics: "2" } },
      { previous: { code: "1", diagnostics: "1" } },
    ]);
    const reasons = events.flatMap((event) => (event.type === "repairing" ? [event.reason] : []));
    expect(reasons).toEqual(["examples: 2 of 3 fail", "examples: 1 of 3 fail"]);
  });

  test("is given up where no more examples are met than before", async () => {
    const { question, requests } = await asked(["2", "1", "1b", "0"]);
    expect(requests).toHaveLength(3);
    expect(question?.notice).toBe("no more examples were met than before; this is attempt 2 of 3");
  });

  test("is given up where the same error comes again", async () => {
    const same = fake({ codes: ["a", "b", "c"], check: async () => REFUSED });
    await collect(THREE, same.collaborators);
    expect(same.asked).toHaveLength(2);
  });

  test("is given up after three repairs", async () => {
    const { question, requests } = await asked(["3", "2", "1", "1b", "0"], {
      ...THREE,
      examples: [...EXAMPLES, { in: "", out: "" }],
    });
    expect(requests).toHaveLength(4);
    expect(question?.notice).toMatch(/this is attempt 3 of 4/);
  });

  test("is shown as its best attempt, with what that fails, where nothing helped", async () => {
    const { question, events } = await asked(["1", "3"]);
    expect(question?.draft.code).toBe("1");
    expect(question?.stages.at(-1)).toMatchObject({
      stage: "examples",
      status: "failed",
      detail: "1 of 3 fail",
    });
    const drafts = events.flatMap((event) => (event.type === "drafted" ? [event.draft.code] : []));
    expect(drafts).toEqual(["1", "3", "1"]);
  });

  test("is never approved by --yes: the examples' own exit code", async () => {
    const { ended, question } = await asked(["1", "1b"], { ...THREE, yes: true });
    expect(ended).toMatchObject({
      failure: { kind: "examples-failed", stage: "examples", detail: "1 of 3 fail" },
    });
    expect(question).toBeNull();
  });

  test("is approved by a person who saw it", async () => {
    expect((await asked(["1", "1b"])).ended).toMatchObject({ kind: "ran" });
  });
});

describe("stages that execute", () => {
  const stagesOf = (question: { readonly stages: readonly StageResult[] } | null) =>
    question?.stages.map(({ stage, status, detail }) => `${stage} ${status}: ${detail}`).slice(2);

  test("are not run unless they are asked for, and it is said", async () => {
    const { question } = await asked(["0"], SETTINGS);
    expect(stagesOf(question)).toEqual(["trial not-run: not asked for", "examples not-run: none given"]);
  });

  test("are run with --try and with examples", async () => {
    const { question } = await asked(["0"], { ...THREE, tries: true });
    expect(stagesOf(question)).toEqual(["trial passed: 1 row", "examples passed: all 3"]);
  });

  test.each([
    ["trial", { ...SETTINGS, yes: true, tries: true }],
    ["examples", { ...THREE, yes: true }],
  ] as const)("hold --yes back where the %s could not be run", async (stage, settings) => {
    const unable = async () => ({
      result: { stage, status: "not-run", detail: "the clock", findings: [] } as const,
      diagnostics: "",
    });
    const { collaborators } = fake({ check: async () => ACCEPTED, [stage]: unable });
    expect((await collect(settings, collaborators)).ended).toMatchObject({
      failure: { kind: "stage-not-run", stage, detail: "the clock" },
    });
    expect((await collect({ ...settings, yes: false }, collaborators)).ended.kind).toBe("ran");
    expect((await collect({ ...SETTINGS, yes: true }, collaborators)).ended.kind).toBe("ran");
  });

  test("run nothing in a dry run", async () => {
    const { events } = await asked(["0"], { ...THREE, tries: true, dryRun: true });
    const stages = events.flatMap((event) => (event.type === "stage" ? [event.result] : []));
    expect(stagesOf({ stages })).toEqual([
      "trial not-run: a dry run runs nothing",
      "examples not-run: a dry run runs nothing",
    ]);
  });

  test("run nothing of what the check refuses", async () => {
    const refused = fake({
      codes: ["a"],
      check: async () => REFUSED,
      trial: async () => {
        throw new Error("it ran");
      },
    });
    const { ended } = await collect({ ...THREE, tries: true }, refused.collaborators);
    expect(ended).toMatchObject({ failure: { kind: "refused" } });
  });

  test("hold back the examples of a draft whose trial failed", async () => {
    const questions: Parameters<Decide>[0][] = [];
    const result: StageResult = { stage: "trial", status: "failed", detail: "TypeError", findings: [] };
    const one = fake({
      check: async () => ACCEPTED,
      trial: async () => ({ result, diagnostics: "TypeError" }),
      decide: async (question) => {
        questions.push(question);
        return { kind: "yes" };
      },
    });
    await collect({ ...THREE, tries: true, repairsMost: 0 }, one.collaborators);
    const [question] = questions;
    expect(question?.kind === "approve" && stagesOf(question)).toEqual([
      "trial failed: TypeError",
      "examples not-run: the trial failed",
    ]);
  });
});

describe("examples and the model", () => {
  const remote = { name: "m", host: "api.example.org", loopback: false };

  test("are sent to a remote one only after a yes to that", async () => {
    for (const [answer, sent] of [
      ["yes", EXAMPLES],
      ["no", []],
    ] as const) {
      const one = fake({
        model: remote,
        sample: async () => null,
        decide: async ({ kind }) => ({ kind: kind === "consent" ? answer : "yes" }),
      });
      await collect(THREE, one.collaborators);
      expect(one.asked).toMatchObject([{ examples: sent }]);
    }
  });

  test("stay here with --no-sample", async () => {
    const one = fake();
    await collect({ ...THREE, noSample: true }, one.collaborators);
    expect(one.asked).toMatchObject([{ examples: [] }]);
  });
});
