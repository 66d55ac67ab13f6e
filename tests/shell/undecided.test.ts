import { expect, test } from "vitest";
import { plain } from "../../src/shell/line.ts";
import { type Undecided, undecidedEvent, undecidedRecord } from "../../src/shell/undecided.ts";
import type { SessionEvent, UnstampedEvent } from "../../src/terms/event.ts";
import { approveQuestion, finding } from "./canned.ts";

function after(...events: UnstampedEvent[]): Undecided | null {
  const at = "2026-01-01T00:00:00.000Z";
  return events.reduce<Undecided | null>(
    (state, body) => undecidedEvent(state, { v: 1, at, ...body } as SessionEvent),
    null,
  );
}

const drafted = (code: string): UnstampedEvent => ({
  type: "drafted",
  draft: { ...approveQuestion().draft, code },
});
const refused = finding(1, 0, {
  severity: "refuse",
  message: "`fetch` is not in reach",
  rule: "no-unknown-globals",
});
const events: UnstampedEvent[] = [
  drafted("fetch();"),
  { type: "stage", result: { stage: "safety", status: "failed", detail: "1 finding", findings: [refused] } },
  { type: "finding", finding: refused },
];

test("undecidedRecord keeps a refused draft, each finding once under its line, and how the stages ended", () => {
  expect(undecidedRecord(after(...events)!, 80).map(plain)).toEqual([
    "drafted by small at 127.0.0.1:8080",
    "the ten busiest addresses",
    "1 │ fetch();",
    "  │ ^ refused: `fetch` is not in reach [no-unknown-globals]",
    "  │   what is never used was perhaps meant to be",
    "checks    safety failed (1 finding)",
  ]);
});

test("undecidedEvent: a new draft takes the place of the last one, and its findings with it", () => {
  const state = after(...events, drafted("yes();"));
  expect(state).toMatchObject({ draft: { code: "yes();" }, findings: [], stages: [] });
});

test("undecidedEvent: the same code drafted again keeps what was found in it", () => {
  const again = after(
    ...events,
    { type: "drafting", attempt: 2, model: "m", host: "h" },
    drafted("fetch();"),
  );
  expect(again).toMatchObject({ findings: [refused], stages: [{ stage: "safety", status: "failed" }] });
  expect(after(...events, ...events)!.stages).toHaveLength(1);
});
