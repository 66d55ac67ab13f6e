import { describe, expect, test } from "vitest";
import type { Collaborators, DraftPart } from "../../src/session/collaborators.ts";
import type { Draft, Drafted, Undrafted } from "../../src/terms/draft.ts";
import type { Answer } from "../../src/terms/event.ts";
import { collect, fake, SETTINGS } from "./fake.ts";

const words = (kind: Undrafted["kind"], text: string, problem = ""): Undrafted => ({
  ...{ kind, text, problem },
  excerpt: text,
});
const draftOf = (directive: string): Draft => ({
  ...{ directive, code: "code", values: {} },
  origin: { kind: "model", model: "m", host: "h" },
});

/** The replies in turn, a draft after the last. */
function replying(...replies: readonly Undrafted[]) {
  const asked: Parameters<Collaborators["draft"]>[0][] = [];
  const draft: Collaborators["draft"] = async function* (request): AsyncGenerator<DraftPart, Drafted, void> {
    asked.push(request);
    yield { type: "delta", text: "…" };
    return replies[asked.length - 1] ?? draftOf(request.directive);
  };
  return { asked, draft };
}

async function run(
  replies: readonly Undrafted[],
  { answer = { kind: "no" }, ...settings }: { answer?: Answer; yes?: boolean; repairsMost?: number } = {},
) {
  const { asked, draft } = replying(...replies);
  const { collaborators } = fake({
    draft,
    decide: async (question) => (question.kind === "answer" ? answer : { kind: "yes" }),
  });
  return { asked, ...(await collect({ ...SETTINGS, ...settings }, collaborators)) };
}

const PYTHON = words("unusable", "print(1)", "it is Python, not TypeScript");

describe("a reply without a draft", () => {
  test("goes back to the model once with what was wrong with it", async () => {
    const { asked, ended, types } = await run([PYTHON]);
    expect(asked[1]!.previous).toEqual({ reply: "print(1)", problem: "it is Python, not TypeScript" });
    expect(types).toEqual(expect.arrayContaining(["undrafted", "repairing", "drafted", "finished"]));
    expect(ended.kind).toBe("ran");
  });

  test("ends it where the same was wrong again, however many attempts are left", async () => {
    const { asked, ended } = await run([PYTHON, PYTHON, PYTHON], { repairsMost: 5 });
    expect(asked).toHaveLength(2);
    expect(ended).toMatchObject({
      failure: { kind: "model-unusable", detail: "it is Python, not TypeScript. It begins: print(1)" },
    });
  });

  test("is not asked for again where it did not come to an end", async () => {
    const { asked, ended } = await run([words("hopeless", "la la", "it says the same again and again")]);
    expect(asked).toHaveLength(1);
    expect(ended).toMatchObject({ failure: { kind: "model-unusable" } });
  });

  test("that declines ends it with the model's reasons", async () => {
    const { asked, ended } = await run([words("refusal", "I will not.")]);
    expect(asked).toHaveLength(1);
    expect(ended).toMatchObject({ failure: { kind: "model-declined", by: "model", detail: "I will not." } });
  });
});

describe("a model's question", () => {
  const question = words("question", "Which field\nis the price?");

  test("is put to the user, and the answer goes back as the user's words", async () => {
    const { asked, events, ended } = await run([question], { answer: { kind: "answer", words: "net" } });
    expect(asked[1]!.directive).toBe("sum of the numbers\n\nAsked: Which field is the price?\nAnswer: net");
    expect(events.find(({ type }) => type === "decided")).toMatchObject({
      question: "answer",
      answer: { kind: "answer", words: "net" },
    });
    expect(events.find(({ type }) => type === "drafted")).toMatchObject({
      draft: { directive: asked[1]!.directive },
    });
    expect(ended.kind).toBe("ran");
  });

  test.each([
    ["declined", { kind: "no" }],
    ["no-terminal", { kind: "no", reason: "no-terminal" }],
  ] as const)("that gets no answer ends it: %s", async (why, answer) => {
    const { asked, ended } = await run([question], { answer });
    expect(asked).toHaveLength(1);
    expect(ended).toEqual({
      kind: "failed",
      failure: { kind: "model-asks", host: "127.0.0.1:1", question: "Which field is the price?", why },
    });
  });

  test("is not put under --yes", async () => {
    const { events, ended } = await run([question], { yes: true, answer: { kind: "answer", words: "net" } });
    expect(events.map(({ type }) => type)).not.toContain("decided");
    expect(ended).toMatchObject({ failure: { kind: "model-asks", why: "no-terminal" } });
  });

  test("counts as an attempt", async () => {
    const answer = { kind: "answer", words: "net" } as const;
    const { asked, ended } = await run([question, question, question], { answer, repairsMost: 1 });
    expect(asked).toHaveLength(2);
    expect(ended).toMatchObject({ failure: { kind: "model-asks", why: "too-often" } });
  });
});
