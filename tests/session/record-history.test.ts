import { describe, expect, test } from "vitest";
import { type Recorded, recordHistory } from "../../src/session/record-history.ts";
import type { Ended } from "../../src/session/session.ts";
import type { Draft, Undrafted } from "../../src/terms/draft.ts";
import type { SessionEvent, UnstampedEvent } from "../../src/terms/event.ts";
import type { ModelRequest } from "../../src/terms/model-request.ts";

const ENDED: Ended = { kind: "dry-run" };
const draftOf = (code: string): Draft => ({
  directive: "d",
  code,
  origin: { kind: "model", model: "m", host: "h" },
  values: {},
});
const request = (promptSha256: string): ModelRequest => ({
  model: "m",
  host: "h",
  promptSha256,
  replySha256: null,
  usage: { inputTokens: 1, outputTokens: 1 },
  latencyMs: 1,
});
const spent = (prompt: string): UnstampedEvent => ({ type: "spent", request: request(prompt) });
const drafted = (code: string): UnstampedEvent => ({ type: "drafted", draft: draftOf(code) });
const said = (text: string): UnstampedEvent => {
  const reply: Undrafted = { kind: "unusable", text, problem: "no code", excerpt: text };
  return { type: "undrafted", reply };
};
const safety = (status: "passed" | "failed"): UnstampedEvent => ({
  type: "stage",
  result: { stage: "safety", status, detail: "", findings: [] },
});

async function* eventsOf(events: readonly UnstampedEvent[]): AsyncGenerator<SessionEvent, Ended, void> {
  for (const event of events) yield { v: 1, at: "2026-05-06T07:08:09.000Z", ...event } as SessionEvent;
  return ENDED;
}

/** What is recorded of these events by somebody who reads so many of them. */
async function recorded(events: readonly UnstampedEvent[], read = events.length + 1) {
  const all: Recorded[] = [];
  const steps = recordHistory("d", eventsOf(events), async (one) => void all.push(one));
  for (let i = 0; i < read; i++) await steps.next();
  await steps.return(ENDED);
  expect(all).toHaveLength(events.length === 0 ? 0 : 1);
  return all[0];
}

const triesOf = (one: Recorded | undefined) =>
  one?.tries.map(({ requests, reply, draft, stages }) => [
    requests.map(({ promptSha256 }) => promptSha256).join("+"),
    reply ?? draft?.code ?? null,
    stages.map(({ status }) => status).join(),
  ]);

describe("of a session is remembered", () => {
  test("each draft with its own requests and stages, also one that was none", async () => {
    const events = [
      ...[spent("p1"), said("which column?")],
      ...[spent("p2"), spent("p3"), drafted("one"), safety("failed")],
      ...[spent("p4"), drafted("two"), safety("passed")],
    ];
    expect(triesOf(await recorded(events))).toEqual([
      ["p1", "which column?", ""],
      ["p2+p3", "one", "failed"],
      ["p4", "two", "passed"],
    ]);
  });

  test("of a stage that ran again what it said last", async () => {
    expect(triesOf(await recorded([drafted("one"), safety("failed"), safety("passed")]))).toEqual([
      ["", "one", "passed"],
    ]);
  });

  test("a request that led to nothing", async () => {
    expect(triesOf(await recorded([spent("p1")]))).toEqual([["p1", null, ""]]);
  });

  test("what was there when its reader stopped", async () => {
    expect(triesOf(await recorded([drafted("one"), drafted("two")], 1))).toEqual([["", "one", ""]]);
  });

  test("nothing where nothing happened", async () => {
    expect(await recorded([])).toBeUndefined();
  });

  test("the decision that settled it, and not the looks before", async () => {
    const decided = (kind: "try" | "save") =>
      ({
        type: "decided",
        question: "approve",
        answer: kind === "try" ? { kind } : { kind, name: "n" },
      }) as UnstampedEvent;
    expect((await recorded([decided("try")]))?.decision).toBeNull();
    expect((await recorded([decided("try"), decided("save"), decided("try")]))?.decision).toBe("save");
  });
});
