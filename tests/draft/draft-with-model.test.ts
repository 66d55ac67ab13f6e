import { describe, expect, test } from "vitest";
import { draftWithModel } from "../../src/draft/draft-with-model.ts";
import type { StreamReply } from "../../src/draft/models/stream-reply.ts";
import type { Drafted } from "../../src/terms/draft.ts";
import { WritError } from "../../src/terms/failure.ts";

const ENDPOINT = {
  baseURL: "http://localhost:1/v1",
  apiKey: null as string | null,
  model: "m",
  host: "localhost:1",
  loopback: true,
};
const CODE = "export default () => 1;\n";

function replying(text: string, finishReason: string | null = "stop"): StreamReply {
  return async function* () {
    for (const piece of text.match(/[\s\S]{1,1000}/g) ?? []) yield { type: "delta", text: piece };
    yield { type: "done", finishReason, usage: { inputTokens: 5, outputTokens: 6 } };
  };
}

async function draft(
  stream: StreamReply,
  endpoint = ENDPOINT,
): Promise<{ deltas: string; types: string[]; draft: Drafted }> {
  const drafting = draftWithModel({ directive: "one", endpoint, messages: [], stream });
  let deltas = "";
  const types: string[] = [];
  for (;;) {
    const step = await drafting.next();
    if (step.done) return { deltas, types, draft: step.value };
    types.push(step.value.type);
    if (step.value.type === "delta") deltas += step.value.text;
  }
}

async function failureOf(stream: StreamReply): Promise<unknown> {
  const error = await draft(stream).catch((error: unknown) => error);
  return error instanceof WritError ? error.failure : error;
}

describe("draftWithModel", () => {
  test("yields the whole reply and returns the code in it with the usage", async () => {
    const text = `Here:\n\`\`\`ts\n${CODE}\`\`\``;
    expect(await draft(replying(text))).toMatchObject({
      deltas: text,
      draft: {
        directive: "one",
        code: CODE,
        origin: { kind: "model", model: "m", host: "localhost:1" },
        values: {},
        usage: { inputTokens: 5, outputTokens: 6 },
      },
    });
  });

  test("gives words that hold the key without it, whole too: they are kept, and told to who reads the events", async () => {
    const said = replying("I know abc-key-123, and will not.");
    const undrafted = (await draft(said, { ...ENDPOINT, apiKey: "abc-key-123" })).draft;
    expect(undrafted).toMatchObject({ text: "I know (the key), and will not." });
    expect(JSON.stringify((await draft(said)).draft)).toContain("abc-key-123");
  });

  test("gives the words that came in place of a draft, whole and as one visible line", async () => {
    expect((await draft(replying("I will not.\n\u001b[2J"))).draft).toEqual({
      kind: "unusable",
      problem: "there is no code in it",
      text: "I will not.\n\u001b[2J",
      excerpt: "I will not. \\u{1b}[2J",
      usage: { inputTokens: 5, outputTokens: 6 },
    });
  });

  test("asks once for the rest of a reply that was cut off, and counts both", async () => {
    const asked: number[] = [];
    const replies = [replying("```ts\nexport default () => [1, 2,", "length"), replying(" 3];\n```")];
    const stream: StreamReply = (request) => {
      asked.push(request.messages.length);
      return replies[asked.length - 1]!(request);
    };
    const { draft: drafted, types } = await draft(stream);
    expect(drafted).toMatchObject({
      code: "export default () => [1, 2, 3];\n",
      usage: { inputTokens: 10, outputTokens: 12 },
    });
    expect(types).toContain("continuing");
    expect(asked).toEqual([0, 2]);
  });

  test("says that a reply was cut off twice, at the model's own limit", async () => {
    const { draft: drafted } = await draft(replying(`\`\`\`ts\n${CODE}`, "length"));
    expect(drafted).toMatchObject({
      kind: "hopeless",
      problem: "it was cut off in the middle of the code (it reached the model's own limit of tokens), twice",
    });
  });

  test("stops a reply that does not end, and keeps its beginning", async () => {
    const forever: StreamReply = async function* () {
      for (let n = 0; ; n++) yield { type: "delta", text: `${n}, `.repeat(100) };
    };
    const { draft: drafted } = await draft(forever);
    expect(drafted).toMatchObject({
      kind: "hopeless",
      problem: expect.stringContaining("longer than 262144"),
      text: expect.stringMatching(/^0, 0, /),
    });
  });

  test("takes what a server marks as a refusal for one, whatever it says", async () => {
    const refusal: StreamReply = async function* () {
      yield { type: "delta", text: "Not this." };
      yield { type: "done", finishReason: "stop", isRefusal: true };
    };
    expect((await draft(refusal)).draft).toMatchObject({ kind: "refusal", excerpt: "Not this." });
  });

  test("throws where a filter withheld the reply", async () => {
    expect(await failureOf(replying("", "content_filter"))).toMatchObject({
      kind: "model-declined",
      by: "filter",
    });
  });
});
