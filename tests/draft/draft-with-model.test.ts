import { describe, expect, test } from "vitest";
import { draftWithModel } from "../../src/draft/draft-with-model.ts";
import type { StreamReply } from "../../src/draft/models/stream-reply.ts";
import type { Draft } from "../../src/terms/draft.ts";
import { WritError } from "../../src/terms/failure.ts";

const ENDPOINT = {
  baseURL: "http://localhost:1/v1",
  apiKey: null,
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

async function draft(stream: StreamReply): Promise<{ deltas: string; draft: Draft }> {
  const drafting = draftWithModel({ directive: "one", endpoint: ENDPOINT, messages: [], stream });
  let deltas = "";
  for (;;) {
    const step = await drafting.next();
    if (step.done) return { deltas, draft: step.value };
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
    expect(await draft(replying(text))).toEqual({
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

  test("shows how a reply without code begins, on one visible line", async () => {
    expect(await failureOf(replying("I will not.\n\u001b[2J"))).toEqual({
      kind: "model-unusable",
      host: "localhost:1",
      detail: "there is no code in it. It begins: I will not. \\u{1b}[2J",
    });
  });

  test("says that a reply cut off by the model's limit of tokens is", async () => {
    expect(await failureOf(replying(`\`\`\`ts\n${CODE}`, "length"))).toMatchObject({
      detail: expect.stringContaining(
        "cut off in the middle of the code (it reached the model's own limit of tokens)",
      ),
    });
  });

  test("stops a reply that does not end", async () => {
    const forever: StreamReply = async function* () {
      for (let n = 0; ; n++) yield { type: "delta", text: `${n}, `.repeat(100) };
    };
    expect(await failureOf(forever)).toMatchObject({ detail: expect.stringContaining("longer than 262144") });
  });
});
