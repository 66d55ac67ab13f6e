import { describe, expect, test } from "vitest";
import type { Collaborators } from "../../src/session/collaborators.ts";
import type { Draft } from "../../src/terms/draft.ts";
import type { Answer, Question } from "../../src/terms/event.ts";
import { WritError } from "../../src/terms/failure.ts";
import { ACCEPTED, collect, examplesFailed, fake, REFUSED, SETTINGS, TYPES_FAILED } from "./fake.ts";

type Approve = Extract<Question, { kind: "approve" }>;

/** A session whose user gives these answers one after the other; and what was asked. */
async function answering(answers: readonly Answer[], changes: Parameters<typeof fake>[0] = {}) {
  const questions: Approve[] = [];
  const given = fake({
    ...changes,
    async decide(question) {
      questions.push(question as Approve);
      return answers[questions.length - 1]!;
    },
  });
  return { ...given, questions, ...(await collect(SETTINGS, given.collaborators)) };
}

const YES: Answer = { kind: "yes" };
const NO: Answer = { kind: "no" };
const edit = (code: string): Answer => ({ kind: "edit", code });
const revise = (words: string): Answer => ({ kind: "revise", words });

describe("a draft that is tried", () => {
  const failing: Partial<Parameters<typeof fake>[0]> = {
    examples: async (_, examples) => ({ ...examplesFailed(examples, 1), diagnostics: "1 fails" }),
  };
  const example = { in: "a\n", out: "b\n" };
  const stages = ({ stages }: Approve) => stages.slice(2).map(({ stage, status }) => `${stage} ${status}`);

  test("is asked about again with what the trial came to, as the same draft", async () => {
    const { questions, calls, asked } = await answering([{ kind: "try" }, YES]);
    expect(questions.map(stages)).toEqual([
      ["trial not-run", "examples not-run"],
      ["trial passed", "examples not-run"],
    ]);
    expect(questions[1]!.stages[2]!.rows).toEqual(["3"]);
    expect(asked).toHaveLength(1);
    expect(calls).toEqual(["approve", "run"]);
  });

  test("is held against an example that was given, which goes with it and to the model from then on", async () => {
    const approved: unknown[] = [];
    const answers: Answer[] = [{ kind: "example", example }, revise("better"), YES];
    const { questions, asked } = await answering(answers, {
      codes: ["one", "two"],
      approve: ({ examples }) => approved.push(examples),
    });
    expect(questions.map(stages)).toEqual([
      ["trial not-run", "examples not-run"],
      ["trial not-run", "examples passed"],
      ["trial not-run", "examples passed"],
    ]);
    expect(asked).toMatchObject([{ examples: [] }, { examples: [example] }]);
    expect(approved).toEqual([[example]]);
  });

  test("and fails may be approved by whoever saw that", async () => {
    const { questions, ended } = await answering([{ kind: "example", example }, YES], failing);
    expect(stages(questions[1]!)).toEqual(["trial not-run", "examples failed"]);
    expect(ended.kind).toBe("ran");
  });

  test("is run though its types failed, for that was seen", async () => {
    const { questions } = await answering([{ kind: "try" }, NO], { types: async () => TYPES_FAILED });
    expect(questions.map(stages)).toEqual([
      ["trial not-run", "examples not-run"],
      ["trial passed", "examples not-run"],
    ]);
  });

  test("is not run where the check refuses it", async () => {
    const { questions } = await answering([edit("bad"), { kind: "try" }, NO], {
      check: async (code) => (code === "bad" ? REFUSED : ACCEPTED),
      trial: async () => {
        throw new Error("it ran");
      },
    });
    expect(stages(questions[2]!)).toEqual(["trial not-run", "examples not-run"]);
  });
});

test("what a run will read is named in the question", async () => {
  const { questions } = await answering([YES]);
  expect(questions[0]!.input).toBe("a.log, b.log");
});

describe("an edited draft", () => {
  test("is judged and asked about again, and what runs is the edited code", async () => {
    const checked: string[] = [];
    const { questions, calls, ended, types } = await answering([edit("mine"), YES], {
      async check(code) {
        checked.push(code);
        return ACCEPTED;
      },
    });
    expect(checked).toEqual(["code", "mine"]);
    expect(questions[1]).toMatchObject({ draft: { code: "mine" }, previous: "code" });
    expect(types.join(" ")).toBe(
      "sampled drafting delta drafted stage stage stage stage decided drafted stage stage stage stage decided started finished",
    );
    expect(calls).toEqual(["approve", "run"]);
    expect(ended.kind).toBe("ran");
  });

  test("says that it was edited, however often, and who wrote it first", async () => {
    const { questions } = await answering([edit("one"), edit("two"), YES]);
    const from = { kind: "model", model: "m", host: "h" };
    expect(questions[1]!.draft.origin).toEqual({ kind: "edited", from });
    expect(questions[2]!.draft.origin).toEqual({ kind: "edited", from });
    expect(questions[2]!.previous).toBe("one");
  });

  test("took no request of its own", async () => {
    const usage = { inputTokens: 7, outputTokens: 3 };
    const { events } = await answering([edit("mine"), YES], {
      async *draft({ directive }) {
        yield { type: "delta", text: "" };
        const origin = { kind: "model", model: "m", host: "h" } as const;
        return { directive, code: "code", origin, values: {}, usage };
      },
    });
    const drafts = events.filter((event) => event.type === "drafted");
    expect(drafts.map(({ draft }) => draft.usage)).toEqual([usage, undefined]);
  });

  test("that is as it was is asked about again without being judged", async () => {
    let checks = 0;
    const { questions } = await answering([edit("code"), YES], {
      async check() {
        checks++;
        return ACCEPTED;
      },
    });
    expect(checks).toBe(1);
    expect(questions[1]).toMatchObject({ notice: "the code was not changed" });
    expect(questions[1]!.previous).toBe(undefined);
  });

  test("that the check refuses can be edited on, and not approved", async () => {
    const { questions, ended, calls } = await answering([edit("bad"), YES], {
      check: async (code) => (code === "bad" ? REFUSED : ACCEPTED),
    });
    expect(questions[1]!.refused).toBe("the check refused the draft: 1 finding");
    expect(ended).toMatchObject({ failure: { kind: "refused", findings: 1 } });
    expect(calls).toEqual([]);
    const mended = await answering([edit("bad"), edit("good"), YES], {
      check: async (code) => (code === "bad" ? REFUSED : ACCEPTED),
    });
    expect(mended.questions[2]!.refused).toBe(undefined);
    expect(mended.ended.kind).toBe("ran");
  });

  test("that is refused and then declined ends as refused", async () => {
    const { ended } = await answering([edit("bad"), NO], {
      check: async (code) => (code === "bad" ? REFUSED : ACCEPTED),
    });
    expect(ended).toMatchObject({ failure: { kind: "refused" } });
  });

  test("never goes to the model for repair", async () => {
    const { asked } = await answering([edit("mine"), YES], {
      types: async (code) =>
        code === "mine" ? TYPES_FAILED : { ...TYPES_FAILED, status: "passed", findings: [] },
    });
    expect(asked).toHaveLength(1);
  });

  test("runs with the options it still has", async () => {
    const schema = {
      summary: "",
      options: [{ name: "n", type: "number", array: false, required: false, help: "" } as const],
    };
    const command = {
      name: "top",
      origin: "shipped" as const,
      description: "",
      directive: "",
      code: "kept",
      values: {},
      schema,
    };
    const { questions } = await answering([edit("mine"), YES], {
      model: null,
      match: async () => ({
        matches: [{ command, confidence: 1, why: "", values: { n: 3, gone: 1 } }],
        bar: 0.5,
      }),
      check: async () => ({ ...ACCEPTED, schema }) as typeof ACCEPTED,
    });
    expect(questions[1]!.draft).toMatchObject({ values: { n: 3 } });
    expect(questions[1]!.draft.values).not.toHaveProperty("gone");
    expect(questions[1]!.draft.origin).toMatchObject({
      kind: "edited",
      from: { kind: "library", name: "top" },
    });
  });
});

describe("a revised draft", () => {
  test("is drafted from the last code and the words, and asked about again", async () => {
    const { questions, asked, ended } = await answering([revise("only five"), YES], {
      codes: ["one", "two"],
    });
    expect(asked[1]).toMatchObject({ previous: { code: "one", words: "only five" } });
    expect(questions[1]).toMatchObject({ draft: { code: "two" }, previous: "one", canRevise: true });
    expect(ended.kind).toBe("ran");
  });

  test("keeps the words with the directive, for the command is drafted from it again", async () => {
    const { questions } = await answering([revise("only five"), revise("by name"), YES], {
      codes: ["one", "two", "three"],
    });
    expect(questions[2]!.draft.directive).toBe(
      "sum of the numbers\n\nRevised: only five\n\nRevised: by name",
    );
  });

  test("is repaired within the budget of its own, with the words in the directive", async () => {
    const { asked, questions } = await answering([revise("more"), YES], {
      codes: ["one", "bad", "three"],
      check: async (code) => (code === "bad" ? REFUSED : ACCEPTED),
    });
    expect(asked[2]).toMatchObject({
      directive: "sum of the numbers\n\nRevised: more",
      previous: { code: "bad", diagnostics: expect.stringContaining("eval") },
    });
    expect(questions[1]).toMatchObject({ draft: { code: "three" }, previous: "one" });
  });

  test("that comes back as it was says so", async () => {
    const { questions } = await answering([revise("more"), YES], { codes: ["one", "one"] });
    expect(questions[1]!.notice).toBe("the model came back with the same code");
    expect(questions[1]!.previous).toBe(undefined);
  });

  test("may be edited: then it is the user's", async () => {
    const { questions } = await answering([revise("more"), edit("mine"), YES], { codes: ["one", "two"] });
    expect(questions[2]).toMatchObject({ draft: { code: "mine" }, previous: "two" });
  });

  test("costs nothing where the model cannot answer: the draft stays", async () => {
    let drafts = 0;
    async function* draft(): AsyncGenerator<{ type: "delta"; text: string }, Draft, void> {
      if (drafts++ > 0) throw new WritError({ kind: "model-unreachable", host: "h", detail: "refused" });
      yield { type: "delta", text: "co" };
      return { directive: "", code: "one", origin: { kind: "model", model: "m", host: "h" }, values: {} };
    }
    const { questions, ended } = await answering([revise("more"), YES], { draft });
    expect(questions[1]!.notice).toMatch(/^the draft is as it was: /);
    expect(questions[1]!.draft.code).toBe("one");
    expect(ended.kind).toBe("ran");
  });

  test("is not to be had without a model, and the question says so", async () => {
    const command = {
      name: "top",
      origin: "shipped" as const,
      description: "",
      directive: "",
      code: "kept",
      values: {},
      schema: { summary: "", options: [] },
    };
    const withoutModel: Partial<Collaborators> = {
      model: null,
      match: async () => ({ matches: [{ command, confidence: 1, why: "", values: {} }], bar: 0.5 }),
    };
    const { questions, ended } = await answering([revise("more"), YES], withoutModel);
    expect(questions[0]!.canRevise).toBe(false);
    expect(questions[1]!.notice).toContain("no model is configured");
    expect(ended.kind).toBe("ran");
  });
});

test("every decision of a session is an event, with what was said", async () => {
  const { events } = await answering([edit("mine"), revise("more"), NO], { codes: ["one", "two"] });
  const decided = events.flatMap((event) => (event.type === "decided" ? [event.answer] : []));
  expect(decided).toEqual([edit("mine"), revise("more"), NO]);
});
