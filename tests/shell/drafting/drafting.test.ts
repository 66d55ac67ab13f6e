import { expect, test } from "vitest";
import { draftingFrame } from "../../../src/shell/drafting/layout.ts";
import { codeOfReply } from "../../../src/shell/drafting/reply-code.ts";
import { type DraftingState, draftingEvent } from "../../../src/shell/drafting/state.ts";
import { lineCells, plain } from "../../../src/shell/line.ts";
import type { SessionEvent, UnstampedEvent } from "../../../src/terms/event.ts";
import type { Highlight } from "../../../src/terms/highlight.ts";
import { approveQuestion } from "../canned.ts";
import { HOSTILE } from "../hostile.ts";

const at = { v: 1, at: "2026-01-01T00:00:00.000Z" } as const;

function after(...events: UnstampedEvent[]): DraftingState | null {
  return events.reduce<DraftingState | null>(
    (state, body) => draftingEvent(state, { ...at, ...body } as SessionEvent),
    null,
  );
}

const drafting = (attempt = 1): UnstampedEvent => ({ type: "drafting", attempt, model: "small", host: "h" });
const delta = (text: string): UnstampedEvent => ({ type: "delta", text });
const drafted: UnstampedEvent = { type: "drafted", draft: approveQuestion().draft };
const passed: UnstampedEvent = { type: "stage", result: approveQuestion().stages[0]! };

const draw = (state: DraftingState | null, columns = 40, rows = 10) =>
  draftingFrame(state!, { columns, rows }).rows.map(plain);

test.each([
  ["nothing yet", [drafting()], ["drafting with small at h", "Esc stops"]],
  [
    "some text",
    [drafting(), delta("a\nb"), delta("c\n")],
    ["drafting with small at h", "│ a", "│ bc", "Esc stops"],
  ],
  [
    "a second attempt forgets the first",
    [drafting(), delta("a"), drafting(2)],
    ["drafting with small at h, attempt 2", "Esc stops"],
  ],
  [
    "a whole draft being checked",
    [drafting(), delta("a"), drafted, passed],
    ["drafting with small at h", "│ a", "checking: safety passed · …"],
  ],
] as const)("draftingFrame: %s", (_, events, expected) => {
  expect(draw(after(...events))).toEqual(expected);
});

test.each([
  [999, "Esc stops"],
  [1000, "1 s · Esc stops"],
  [61_900, "61 s · Esc stops"],
])("draftingFrame after %i ms", (elapsedMs, foot) => {
  expect(draw({ ...after(drafting())!, elapsedMs }).at(-1)).toBe(foot);
});

test("draftingFrame shows the end of a long reply, and never passes the edges", () => {
  const text = Array.from({ length: 500 }, (_, i) => `line ${i} ${"x".repeat(i % 90)}`).join("\n");
  const state = after(drafting(), delta(text));
  for (const [columns, rows] of [
    [10, 3],
    [40, 15],
    [80, 24],
    [200, 60],
  ] as const) {
    const frame = draftingFrame(state!, { columns, rows }).rows;
    expect(frame.length).toBeLessThanOrEqual(rows - 1);
    for (const row of frame) expect(lineCells(row)).toBeLessThanOrEqual(columns);
  }
  expect(draw(state, 120, 24).at(-2)).toBe(`│ line 499 ${"x".repeat(499 % 90)}`);
});

test("draftingFrame makes hidden characters of a reply visible", () => {
  const shown = draw(after(drafting(), delta(HOSTILE)), 200).join("");
  expect(shown).toContain("\\u{1b}[2J");
  expect(shown).not.toMatch(/[\x00-\x1f\x7f-\x9f\u200b-\u202e]/);
});

test.each<[string, UnstampedEvent]>([
  ["a decision", { type: "decided", question: "approve", answer: { kind: "no" } }],
  ["a failure", { type: "failed", failure: { kind: "nothing-to-save", because: "none-yet" } }],
])("draftingEvent: no draft is on its way after %s", (_, event) => {
  expect(after(drafting(), delta("a"), event)).toBe(null);
});

test("draftingEvent: a draft from the library is never on its way", () => {
  expect(after(drafted, passed)).toBe(null);
});

test.each([
  ["no fence at all", null],
  ["```ts\nlet a;\n", "let a;\n"],
  ["Here:\n```ts\nlet a;\n```\nDone.", "let a;\n"],
  ["~~~\nlet a;\n```\nb", "let a;\n```\nb"],
  ["````ts\n```\nlet a;\n````\n", "```\nlet a;\n"],
  ["```ts\nfirst\n```\n```ts\nsecond", "second"],
  ["```ts", ""],
  ["say `x` and ```y``` inline", null],
])("codeOfReply of %j", (reply, code) => {
  const found = codeOfReply(reply);
  expect(found && reply.slice(found.start, found.end)).toBe(code);
});

const letIsKeyword: Highlight = (code) =>
  [...code.matchAll(/let/g)].map(({ index }) => ({ start: index, end: index + 3, kind: "keyword" }));

test("draftingFrame colours the code of a reply, not the words around it", () => {
  const state = after(drafting(), delta("let me see:\n```ts\nlet a;\n\tlet b = let"))!;
  const { rows } = draftingFrame(state, { columns: 40, rows: 10 }, letIsKeyword);
  const keywords = rows.map((row) => row.filter(({ tone }) => tone === "keyword").length);
  expect(rows.map(plain)).toEqual(draw(state));
  expect(keywords).toEqual([0, 0, 0, 1, 2, 0]);
});

test.each([20, 40, 80, 200])(
  "draftingFrame at %i columns shows the same with colours as without",
  (columns) => {
    const lines = Array.from({ length: 60 }, (_, i) => `let line${i} = "${"日".repeat(i % 70)}";`);
    const text = `\`\`\`ts\n${lines.join("\n")}`;
    for (let end = 1; end < text.length; end += 97) {
      const state = after(drafting(), delta(text.slice(0, end)))!;
      const size = { columns, rows: 24 };
      const [toned, bare] = [draftingFrame(state, size, letIsKeyword), draftingFrame(state, size)];
      expect(toned.rows.map(plain)).toEqual(bare.rows.map(plain));
    }
  },
);
