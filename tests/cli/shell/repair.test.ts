import { describe, expect, test } from "vitest";
import { repairing } from "../../../src/cli/shell/repair.ts";
import type { Collaborators, Previous } from "../../../src/session/collaborators.ts";
import type { Question } from "../../../src/terms/event.ts";
import { approveQuestion } from "../../shell/canned.ts";

const TO_REPAIR = { code: "old", error: "TypeError: ada@example.com is odd (at line 3, column 5)" };

/** What the model is given to improve on, and what the user is asked. */
async function sent(options: { loopback: boolean; consent: boolean; previous?: Previous }) {
  const seen: { previous?: Previous | undefined; question?: Question } = {};
  const model = { name: "small", host: "models.example.com", loopback: options.loopback };
  const collaborators = {
    model,
    hasConsent: () => options.consent,
    async *draft(request: { previous?: Previous }) {
      seen.previous = request.previous;
      yield { type: "delta", text: "" };
    },
    async decide(question: Question) {
      seen.question = question;
      return { kind: "no" };
    },
  } as unknown as Collaborators;
  const mending = repairing(collaborators, TO_REPAIR);
  const previous = options.previous ? { previous: options.previous } : {};
  await mending.draft({ directive: "", sample: null, examples: [], ...previous }).next();
  await mending.decide(approveQuestion());
  return seen;
}

describe("repairing", () => {
  test.each([
    ["a model on this machine", { loopback: true, consent: false }],
    ["a host that may see samples", { loopback: false, consent: true }],
  ])("gives %s the code and its error, redacted", async (_, options) => {
    const { previous } = await sent(options);
    expect(previous).toEqual({
      code: "old",
      diagnostics: "It ran and failed:\nTypeError: <EMAIL_1> is odd (at line 3, column 5)",
    });
  });

  test("gives a host that may see no values only the kind and place of the error", async () => {
    const { previous } = await sent({ loopback: false, consent: false });
    expect(previous).toEqual({
      code: "old",
      diagnostics: "It ran and failed:\nTypeError (at line 3, column 5)",
    });
  });

  test("leaves a later draft its own diagnostics", async () => {
    const own = { code: "new", diagnostics: "a type is wrong" };
    expect((await sent({ loopback: true, consent: false, previous: own })).previous).toEqual(own);
  });

  test("shows how the draft differs from the code that failed", async () => {
    expect((await sent({ loopback: true, consent: true })).question).toMatchObject({ previous: "old" });
  });
});
