import { afterEach, describe, expect, test } from "vitest";
import { evaluate } from "../../../scripts/eval/evaluate.ts";
import { byTask, type Exchange } from "../../../scripts/eval/exchange.ts";
import type { ReplySource } from "../../../scripts/eval/model-bridge.ts";
import { summarize } from "../../../scripts/eval/summary.ts";
import { exampleOf, ndjson, type Task } from "../../../scripts/eval/task.ts";
import { type ModelServer, startModelServer } from "../../support/model-server.ts";

const USAGE = { inputTokens: 1000, outputTokens: 50 };
const GOOD = snippet("record.n * 2");
const WRONG = snippet("record.n + 5");
const ILL_TYPED = snippet("record.n.length");
/** Each refused for another reason: the same error again would end the repairs. */
const REFUSED = [`eval("1")`, `new Function("2")()`, "fetch('/')", "process.exit()", `import("node:fs")`].map(
  (code) => `export default (input: Input) => ${code};`,
);
const REPAIRS_MOST = 3;
const TOKENS_MOST = 3000;

let server: ModelServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe("a model that answers well", () => {
  test("is right at the first draft", async () => {
    const { attempts } = await judged([GOOD], tasks(2));
    expect(attempts.map(({ ending, replies }) => [ending, replies])).toEqual([
      ["first", 1],
      ["first", 1],
    ]);
  });

  test("is counted with its tokens and with what it never saw", async () => {
    const { attempts } = await judged([GOOD], tasks(2));
    const summary = summarize("doubling", { read: [], attempts, unanswered: 0 });
    expect(summary).toMatchObject({
      endings: { first: 2, wrong: 0, refused: 0 },
      tokens: { input: 2000, output: 100, isEstimated: false },
      given: { right: 2, all: 2 },
      unseen: { right: 4, all: 4 },
      regenerations: 0,
      sources: { live: 2 },
    });
  });
});

describe("a model that answers badly first", () => {
  test.each([
    ["refused by the check", `export default (input: Input) => eval("1");`],
    ["of the wrong types", ILL_TYPED],
  ])("is right after repair where the draft was %s", async (_, bad) => {
    const { attempts, asked } = await judged([bad, GOOD], tasks(1));
    expect(attempts).toMatchObject([{ ending: "repaired", replies: 2 }]);
    expect(lastWords(asked.at(-1))).toContain("line 1");
  });
});

describe("a model that never answers well", () => {
  test("is asked as often as is allowed and no more, and nothing of it runs", async () => {
    const { attempts, asked } = await judged(REFUSED, tasks(1));
    expect(attempts).toMatchObject([{ ending: "refused", by: "safety", replies: 1 + REPAIRS_MOST }]);
    expect(asked.length).toBe(1 + REPAIRS_MOST);
  });

  test("is not asked again for the same code", async () => {
    const { attempts, asked } = await judged([ILL_TYPED], tasks(1));
    expect(attempts).toMatchObject([{ ending: "refused", by: "types" }]);
    expect(asked.length).toBe(2);
  });

  test("is wrong where its program runs and answers something else", async () => {
    const { attempts } = await judged([WRONG], tasks(1));
    expect(attempts).toMatchObject([
      { ending: "wrong", by: "answer", score: { isRight: false, unseen: { right: 0, all: 2 } } },
    ]);
  });

  test("is not right with right answers for what it was shown alone", async () => {
    const { attempts } = await judged([snippet("record.n === 1 ? 2 : 0")], tasks(1));
    expect(attempts).toMatchObject([
      { ending: "wrong", score: { given: { right: 1, all: 1 }, unseen: { right: 0, all: 2 } } },
    ]);
  });

  test("is refused where its program throws on the sample, and crashed where it does so on what nobody saw", async () => {
    const thrown = await judged([`export default () => { throw new Error("no"); };`], tasks(1));
    expect(thrown.attempts).toMatchObject([{ ending: "refused", by: "trial" }]);
    const later = await judged([snippet("record.n === 1 ? 2 : JSON.parse('')")], tasks(1));
    expect(later.attempts).toMatchObject([{ ending: "crashed", by: "failed" }]);
  });

  test("is no draft where it sends none", async () => {
    const words = await judged(["I do not know."], tasks(1));
    expect(words.attempts).toMatchObject([{ ending: "no-draft", by: "model-unusable" }]);
  });

  test("is refused where its program does not do what the example shows, and is right after repair", async () => {
    const never = await judged([WRONG, snippet("record.n - 1")], tasks(1, { withExample: true }));
    expect(never.attempts).toMatchObject([{ ending: "refused", by: "examples" }]);
    const mended = await judged([WRONG, GOOD], tasks(1, { withExample: true }));
    expect(mended.attempts).toMatchObject([{ ending: "repaired", replies: 2 }]);
  });

  test("costs no more than the budget", async () => {
    const { attempts, asked } = await judged(REFUSED, tasks(1), { tokensMost: TOKENS_MOST });
    const used = attempts[0]!.inputTokens + attempts[0]!.outputTokens;
    expect(attempts).toMatchObject([{ ending: "no-draft", by: "over-budget" }]);
    expect(asked.length).toBeLessThan(1 + REPAIRS_MOST);
    expect(used).toBeLessThanOrEqual(TOKENS_MOST);
  });
});

describe("a recording", () => {
  test("of a live endpoint, replayed, ends as it did", async () => {
    const rows: Exchange[] = [];
    const live = await judged([ILL_TYPED, GOOD], tasks(1), { onReply: (row) => void rows.push(row) });
    const replayed = await evaluated({ kind: "recorded", exchanges: byTask(rows) }, tasks(1));
    expect(replayed).toEqual([{ ...live.attempts[0], source: "recorded" }]);
  });

  test("says so where the prompt is another one", async () => {
    const rows: Exchange[] = [];
    await judged([GOOD], tasks(1), { onReply: (row) => void rows.push(row) });
    const [task] = tasks(1);
    const other = [{ ...task!, directive: "twice each n" }];
    const replayed = await evaluated({ kind: "recorded", exchanges: byTask(rows) }, other);
    expect(replayed).toMatchObject([{ ending: "first", source: "recorded for another prompt" }]);
  });

  test("leaves out tasks that it has no reply to", async () => {
    expect(await evaluated({ kind: "recorded", exchanges: new Map() }, tasks(1))).toEqual([]);
  });
});

async function judged(
  replies: readonly string[],
  what: readonly Task[],
  more: { readonly tokensMost?: number; readonly onReply?: (row: Exchange) => void } = {},
) {
  server = await startModelServer(
    replies.map((code) => ({ kind: "text", text: fenced(code), usage: USAGE })),
  );
  const { host } = new URL(server.url);
  const endpoint = { baseURL: server.url, apiKey: null, model: "scripted", host, loopback: true };
  const attempts = await evaluated({ kind: "live", endpoint }, what, more);
  const asked = server.requests;
  await server.close();
  return { attempts, asked };
}

function evaluated(source: ReplySource, what: readonly Task[], more = {}) {
  return evaluate({ tasks: what, source, repairsMost: REPAIRS_MOST, jobs: 1, ...more });
}

function lastWords(request: ModelServer["requests"][number] | undefined): string {
  return request?.body.messages?.at(-1)?.content ?? "";
}

function tasks(count: number, { withExample = false } = {}): readonly Task[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `doubling ${at}`,
    directive: "double n of each record",
    examples: withExample ? [exampleOf({ n: 1 }, 2)] : [],
    sampled: ndjson("numbers.ndjson", [{ n: 1 }]),
    judged: ndjson("numbers.ndjson", [{ n: 1 }, { n: 2 }, { n: 30 }]),
    expected: { kind: "results", values: [2, 4, 60], given: 1 },
  }));
}

function snippet(result: string): string {
  return `export default function* (input: Input) { for (const record of input.records()) yield { result: ${result} }; }`;
}

function fenced(code: string): string {
  return code.startsWith("export") ? `\`\`\`ts\n${code}\n\`\`\`\n` : code;
}
