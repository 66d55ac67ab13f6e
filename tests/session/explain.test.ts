import { describe, expect, test } from "vitest";
import type { Answer, Question } from "../../src/terms/event.ts";
import { ACCEPTED, collect, EXPLANATION, fake, REFUSED, SETTINGS } from "./fake.ts";

type Approve = Extract<Question, { kind: "approve" }>;

async function answering(
  answers: readonly Answer[],
  { settings = SETTINGS, ...changes }: Parameters<typeof fake>[0] & { settings?: typeof SETTINGS } = {},
) {
  const questions: Approve[] = [];
  const given = fake({
    ...changes,
    async decide(question) {
      questions.push(question as Approve);
      return answers[questions.length - 1]!;
    },
  });
  return { ...given, questions, ...(await collect(settings, given.collaborators)) };
}

const [YES, EXPLAIN, EARLIER, LATER]: readonly Answer[] = [
  { kind: "yes" },
  { kind: "explain" },
  { kind: "earlier" },
  { kind: "later" },
];
const edit = (code: string): Answer => ({ kind: "edit", code });

describe("an explanation", () => {
  test("is found out when it is asked for, once for each draft, and shown with the next question", async () => {
    const { questions, calls } = await answering([EXPLAIN!, EXPLAIN!, edit("mine"), YES!]);
    expect(calls.filter((call) => call.startsWith("explain"))).toEqual(["explain code"]);
    expect(questions.map(({ explained }) => explained?.fresh)).toEqual([undefined, true, true, undefined]);
    expect(questions[1]!.explained!.explanation).toBe(EXPLANATION);
  });

  test("is told before anybody is asked with --explain, also where nothing is run", async () => {
    const asked = await answering([YES!], { settings: { ...SETTINGS, explains: true } });
    expect(asked.questions[0]!.explained?.fresh).toBe(true);
    const dry = await answering([], { settings: { ...SETTINGS, explains: true, dryRun: true } });
    expect(dry.types.at(-1)).toBe("explained");
    expect(dry.questions).toEqual([]);
  });

  test("of a dry run is made without running the draft, and else with it", async () => {
    const handed: unknown[] = [];
    const explain = async (_: string, runnable: unknown) => {
      handed.push(runnable);
      return EXPLANATION;
    };
    const explains = { ...SETTINGS, explains: true };
    await answering([], { settings: { ...explains, dryRun: true }, explain });
    expect(handed).toEqual(["dry-run"]);
    await answering([YES!], { settings: explains, explain });
    expect(handed[1]).toMatchObject({ draft: { code: "code" } });
  });

  test("of code that the check refuses is made without running it", async () => {
    const handed: unknown[] = [];
    await answering([edit("bad"), EXPLAIN!, { kind: "no" }], {
      check: async (code) => (code === "bad" ? REFUSED : ACCEPTED),
      async explain(_, runnable) {
        handed.push(runnable);
        return EXPLANATION;
      },
    });
    expect(handed).toEqual([null]);
  });
});

describe("earlier drafts", () => {
  test("stay within reach, and what is approved is the one that was asked about", async () => {
    const approved: string[] = [];
    const { questions } = await answering([edit("two"), edit("three"), EARLIER!, EARLIER!, LATER!, YES!], {
      approve: ({ draft }) => approved.push(draft.code),
    });
    expect(questions.map(({ draft }) => draft.code)).toEqual(["code", "two", "three", "two", "code", "two"]);
    expect(questions.map(({ among }) => among?.number)).toEqual([undefined, 2, 3, 2, 1, 2]);
    expect(approved).toEqual(["two"]);
  });

  test("end at the first and at the last", async () => {
    const { questions } = await answering([EARLIER!, edit("two"), LATER!, YES!]);
    expect(questions.map(({ draft }) => draft.code)).toEqual(["code", "code", "two", "two"]);
  });

  test("are not lost by going on from one of them", async () => {
    const { questions } = await answering([edit("two"), EARLIER!, edit("three"), EARLIER!, EARLIER!, YES!]);
    expect(questions.map(({ draft }) => draft.code)).toEqual(["code", "two", "code", "three", "two", "code"]);
    expect(questions[3]!.previous).toBe("code");
  });

  test("are run again on what was asked for since", async () => {
    const ran: string[] = [];
    const { collaborators } = fake();
    await answering([edit("two"), { kind: "try" }, EARLIER!, YES!], {
      trial(runnable) {
        ran.push(runnable.draft.code);
        return collaborators.trial(runnable);
      },
    });
    expect(ran).toEqual(["two", "code"]);
  });
});

describe("a revision that points at a row of the trial", () => {
  const wordsOf = async (words: string, sendable: (text: string) => Promise<string | null>) => {
    const { asked } = await answering([{ kind: "try" }, { kind: "revise", words }, YES!], {
      codes: ["code", "other"],
      sendable,
    });
    return (asked[1] as { previous: { words: string } }).previous.words;
  };

  test("tells the model which row that was", async () => {
    expect(await wordsOf("row 1: count users once", async (text) => `<${text}>`)).toBe(
      "row 1 of the result on the sample, <3>, is wrong: count users once",
    );
  });

  test("tells no value where none may be sent", async () => {
    expect(await wordsOf("Row 1 is wrong, count users once", async () => null)).toBe(
      "row 1 of the result on the sample, is wrong: count users once",
    );
  });

  test("is left as it is where there is no such row", async () => {
    expect(await wordsOf("row 7: no", async (text) => text)).toBe("row 7: no");
    expect(await wordsOf("rows by name", async (text) => text)).toBe("rows by name");
  });
});
