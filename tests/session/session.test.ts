import { describe, expect, test } from "vitest";
import type { Decide } from "../../src/terms/event.ts";
import type { Verdict } from "../../src/terms/verdict.ts";
import { ACCEPTED, collect, fake, REFUSED, SETTINGS, TYPES_FAILED } from "./fake.ts";

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

  test("asks about a draft that the check refused, and runs what it was edited to", async () => {
    let asked = 0;
    const { collaborators, calls } = fake({
      check: async (code) => (code === "good" ? ACCEPTED : REFUSED),
      decide: async () => (asked++ === 0 ? { kind: "edit", code: "good" } : { kind: "yes" }),
    });
    const { ended } = await collect(SETTINGS, collaborators);
    expect(ended).toMatchObject({ kind: "ran" });
    expect(calls).toEqual(["approve", "run"]);
  });

  test.each([{ kind: "yes" }, { kind: "no" }, { kind: "no", reason: "no-terminal" }] as const)(
    "refuses a draft that the check refused where the answer is %j",
    async (answer) => {
      const { collaborators, calls } = fake({ check: async () => REFUSED, decide: async () => answer });
      const { ended } = await collect(SETTINGS, collaborators);
      expect(ended).toMatchObject({ failure: { kind: "refused", findings: 1 } });
      expect(calls).toEqual([]);
    },
  );

  test.each([{ yes: true }, { dryRun: true }])(
    "asks nobody about a draft that the check refused under %j",
    async (flags) => {
      const { collaborators, calls } = fake({
        check: async () => REFUSED,
        decide: async () => {
          throw new Error("asked");
        },
      });
      const { ended } = await collect({ ...SETTINGS, ...flags }, collaborators);
      expect(ended).toMatchObject({ failure: { kind: "refused", findings: 1 } });
      expect(calls).toEqual([]);
    },
  );

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

  const asking = async () =>
    ({ ...ACCEPTED, accepted: true, capabilities: ["clock", "read:rates.csv"] }) as Verdict;

  test("runs what was granted, each path fixed, and says so", async () => {
    const capabilities = ["clock", "read:/w/rates.csv"];
    const grant = () => ({ capabilities, untyped: ["read:/w/rates.csv"], refused: null });
    const { collaborators, calls } = fake({ check: asking, grant });
    const questions: unknown[] = [];
    const decide: Decide = async (question) => {
      questions.push(question);
      return { kind: "yes" };
    };
    const { events } = await collect(SETTINGS, { ...collaborators, decide });
    expect(questions).toMatchObject([{ capabilities }]);
    expect(events.find(({ type }) => type === "started")).toMatchObject({ capabilities });
    expect(calls).toContain("run");
  });

  test("takes --yes for what the flags name, and for nothing else", async () => {
    const granting = { capabilities: ["clock", "read:/w/a"], untyped: ["read:/w/a"], refused: null };
    const beyond = fake({ check: asking, grant: () => granting });
    const { ended } = await collect({ ...SETTINGS, yes: true }, beyond.collaborators);
    const help = expect.stringContaining('--allow-read "/w/a"');
    expect(ended).toMatchObject({ failure: { kind: "capability-refused", capability: "read:/w/a", help } });
    expect(beyond.calls).toEqual([]);
    const within = fake({ check: asking, grant: () => ({ ...granting, untyped: [] }) });
    expect((await collect({ ...SETTINGS, yes: true }, within.collaborators)).ended.kind).toBe("ran");
  });

  test("notes what a directive requests and the code does not use, and runs", async () => {
    const grant = () => ({ capabilities: [], untyped: [], unused: ["env:HOME"], refused: null });
    const { events, ended } = await collect(SETTINGS, fake({ grant }).collaborators);
    const notes = events.flatMap((one) => (one.type === "finding" ? [one.finding] : []));
    expect(notes).toMatchObject([
      { rule: "unused-requests", severity: "note", message: expect.stringContaining("env:HOME") },
    ]);
    expect(ended.kind).toBe("ran");
  });

  test("tells a model what cannot be granted, and refuses it where it stays", async () => {
    const refused = {
      kind: "capability-refused",
      capability: "read:*",
      why: "which?",
      help: "say it",
    } as const;
    const grant = () => ({ capabilities: ["read:*"], untyped: [], refused });
    const { collaborators, calls, asked } = fake({ codes: ["a", "b"], check: asking, grant });
    const { ended } = await collect(SETTINGS, collaborators);
    expect(asked[1]).toMatchObject({
      previous: { diagnostics: expect.stringMatching(/read:\*.*which\?; say it/) },
    });
    expect(ended).toMatchObject({ failure: refused });
    expect(calls).toEqual([]);
  });

  test("does not bother a model with a file that is not there", async () => {
    const refused = {
      kind: "grant-unusable",
      capability: "read:/w/a",
      detail: "there is no such file",
    } as const;
    const grant = () => ({ capabilities: [], untyped: [], refused });
    const { collaborators, asked } = fake({ codes: ["a", "b"], check: asking, grant });
    expect((await collect(SETTINGS, collaborators)).ended).toMatchObject({ failure: refused });
    expect(asked).toHaveLength(1);
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
