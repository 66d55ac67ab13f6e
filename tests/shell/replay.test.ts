// A recording of a session, shown again: the events alone draw what the questions left on the terminal.
import { expect, test } from "vitest";
import { decisionRecord } from "../../src/shell/approval/record.ts";
import { exchangeFor } from "../../src/shell/exchange.ts";
import { type Line, plain } from "../../src/shell/line.ts";
import { notesOf } from "../../src/shell/notes.ts";
import { type Undecided, undecidedEvent } from "../../src/shell/undecided.ts";
import type { Answer, SessionEvent } from "../../src/terms/event.ts";
import { ACCEPTED, collect, fake, REFUSED, SETTINGS } from "../session/fake.ts";

const SIZE = { columns: 80, rows: 24 };

/** What a session leaves on the terminal whose user presses these keys, editing as told; and its events. */
async function recorded(presses: readonly (readonly string[])[], edits: readonly string[]) {
  const left: Line[] = [];
  let asked = 0;
  let edited = 0;
  const { collaborators } = fake({
    codes: ["one();\n", "two();\n", "bad();\n", "three();\n"],
    check: async (code) => (code === "bad();\n" ? REFUSED : ACCEPTED),
    async decide(question): Promise<Answer> {
      const exchange = exchangeFor(question);
      for (const name of presses[asked++] ?? []) {
        exchange.key({ name, text: name.length === 1 ? name : "" }, SIZE);
        if (exchange.request()) exchange.edited({ kind: "edited", text: edits[edited++]! });
      }
      left.push(...exchange.record(SIZE.columns));
      return exchange.answer()!;
    },
  });
  const { events } = await collect(SETTINGS, collaborators);
  return { left: left.map(plain), events };
}

function replayed(events: readonly SessionEvent[]): string[] {
  let undecided: Undecided | null = null;
  return events
    .flatMap((event) => {
      undecided = undecidedEvent(undecided, event);
      const isDecision = event.type === "decided" && event.question === "approve";
      return isDecision ? decisionRecord(undecided!, event.answer, SIZE.columns) : [];
    })
    .map(plain);
}

test.each([
  ["a yes", [["y"]], []],
  ["a no", [["n"]], []],
  ["a save", [["s", "enter"]], []],
  ["a revision, an edit and a yes", [["r", "m", "enter"], ["e"], ["y"]], ["mine();\n"]],
  ["a revision that is repaired", [["r", "m", "enter"], ["r", "n", "enter"], ["y"]], []],
  ["an edit that the check refuses, then another", [["e"], ["e"], ["y"]], ["bad();\n", "good();\n"]],
])("the events of a session with %s draw the record again", async (_, presses, edits) => {
  const { left, events } = await recorded(presses, edits);
  expect(left.length).toBeGreaterThan(2);
  expect(replayed(JSON.parse(JSON.stringify(events)))).toEqual(left);
});

test("what is noted between decisions comes from the events too", async () => {
  const { events } = await recorded([["r", "m", "enter"], ["r", "n", "enter"], ["y"]], []);
  expect(events.flatMap(notesOf).map(plain)).toEqual([
    "sampled stdin: 4 bytes (all of it), lines",
    "repairing (1 of 1 at most): safety: 1 finding refuses",
  ]);
});
