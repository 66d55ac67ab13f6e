import { describe, expect, test } from "vitest";
import { firstRunLines, helpLines } from "../../../src/shell/app/help.ts";
import { keyHelp } from "../../../src/shell/app/key-help.ts";
import { shellFrame } from "../../../src/shell/app/scene.ts";
import {
  type KeyContext,
  type ShellEvent,
  type ShellState,
  shellEvent,
  shellKey,
  startShell,
} from "../../../src/shell/app/state.ts";
import { exchangeFor } from "../../../src/shell/exchange.ts";
import { controlKey, type Key, named } from "../../../src/shell/key.ts";
import { lineCells, plain } from "../../../src/shell/line.ts";
import type { SessionEvent } from "../../../src/terms/event.ts";
import { approveQuestion, CODE } from "../canned.ts";
import { HOSTILE, hostileQuestion } from "../hostile.ts";

const SIZE = { columns: 80, rows: 24 };
const CONTEXT: KeyContext = { columns: 80, size: SIZE, history: ["before"], complete: () => null };
const RESULT = { number: 2, title: "top", form: "records", rows: 3, bytes: 90 } as const;
const KEYS: Readonly<Record<string, Key>> = { "ctrl-c": controlKey(3), "ctrl-d": controlKey(4) };

const key = (name: string): Key => KEYS[name] ?? (name.length === 1 ? { name, text: name } : named(name));

function given(...events: ShellEvent[]): ShellState {
  return events.reduce(shellEvent, startShell());
}

/** The state after the keys, and what the last of them asked for. */
function press(state: ShellState, ...names: string[]) {
  let step = { state, effect: null as unknown };
  for (const name of names) step = shellKey(step.state, key(name), CONTEXT);
  return { mode: step.state.mode.kind, effect: step.effect, state: step.state };
}

const run: ShellEvent = { type: "run", title: "top", nowMs: 0, head: [] };
const ask = (): ShellEvent => ({ type: "ask", exchange: exchangeFor(approveQuestion()) });
const session = (event: object): ShellEvent => ({
  type: "session",
  event: { v: 1, at: "", ...event } as SessionEvent,
});
const drafting = session({ type: "drafting", attempt: 1, model: "small", host: "here" });

test("shellEvent: a draft that is on its way says for how long, and nothing else does", () => {
  const told: ShellEvent = { type: "drafting-for", elapsedMs: 7000 };
  expect(given(drafting, told).mode).toMatchObject({ kind: "drafting", drafting: { elapsedMs: 7000 } });
  expect(given(ask(), told).mode.kind).toBe("deciding");
  expect(given(told)).toEqual(startShell());
});

describe("shellKey", () => {
  test.each([
    ["a line that is sent", startShell(), ["h", "i", "enter"], "editing", { kind: "submit", text: "hi" }],
    ["Ctrl-D on an empty line", startShell(), ["ctrl-d"], "editing", { kind: "end" }],
    ["Esc without a result", startShell(), ["escape"], "editing", null],
    ["Esc with a result", given({ type: "result", result: RESULT }), ["escape"], "focused", null],
    ["Esc in a line with text", given({ type: "result", result: RESULT }), ["o", "escape"], "editing", null],
    [
      "o on the result",
      given({ type: "result", result: RESULT }),
      ["escape", "o"],
      "editing",
      { kind: "open", result: RESULT },
    ],
    [
      "c on the result",
      given({ type: "result", result: RESULT }),
      ["escape", "c"],
      "editing",
      { kind: "copy", result: RESULT },
    ],
    [
      "w on the result and a name",
      given({ type: "result", result: RESULT }),
      ["escape", "w", "f", "enter"],
      "editing",
      { kind: "submit", text: "/write f" },
    ],
    [
      "another letter on the result is typed",
      given({ type: "result", result: RESULT }),
      ["escape", "x", "enter"],
      "editing",
      { kind: "submit", text: "x" },
    ],
    ["o in a line is a letter", given({ type: "result", result: RESULT }), ["o"], "editing", null],
    ["Esc while running", given(run), ["escape"], "running", { kind: "stop" }],
    ["Ctrl-C while drafting", given(drafting), ["ctrl-c"], "drafting", { kind: "stop" }],
    ["a letter while running", given(run), ["y"], "running", null],
    ["y before the question is there", given(ask()), ["y"], "deciding", null],
    ["y on the question", given(ask(), { type: "listen" }), ["y"], "deciding", { kind: "exchanged" }],
    ["Ctrl-C on the question", given(ask()), ["ctrl-c"], "deciding", { kind: "stop" }],
    ["r before the offer is there", given({ type: "offer", reason: "x" }), ["r"], "offering", null],
    [
      "r on the offer",
      given({ type: "offer", reason: "x" }, { type: "listen" }),
      ["r"],
      "offering",
      { kind: "repair", yes: true },
    ],
    [
      "Esc on the offer",
      given({ type: "offer", reason: "x" }, { type: "listen" }),
      ["escape"],
      "offering",
      { kind: "repair", yes: false },
    ],
  ])("%s", (_, state, names, mode, effect) => {
    expect(press(state, ...names)).toMatchObject({ mode, effect });
  });

  test("takes a hint away with the next key", () => {
    const hinted = given({ type: "hint", hint: "Ctrl-D leaves" });
    expect(frame(hinted, SIZE)).toContain("Ctrl-D leaves");
    expect(frame(press(hinted, "x").state, SIZE)).not.toContain("Ctrl-D leaves");
  });
});

describe("shellEvent", () => {
  test("goes from drafting to the question, to the run, and back to the line", () => {
    const kinds: string[] = [];
    let state = startShell();
    const events: ShellEvent[] = [
      { type: "wait", what: "looking" },
      drafting,
      session({ type: "delta", text: "export" }),
      session({ type: "drafted", draft: approveQuestion().draft }),
      ask(),
      { type: "listen" },
      { type: "wait", what: "" },
      run,
      { type: "progress", nowMs: 1200, progress: { rows: 5, bytes: 70 } },
      { type: "result", result: RESULT },
      { type: "ready" },
    ];
    for (const event of events) {
      state = shellEvent(state, event);
      kinds.push(state.mode.kind);
    }
    expect(kinds.join(" ")).toBe(
      "waiting drafting drafting drafting deciding deciding waiting running running running editing",
    );
    expect(state.undecided).toBeNull();
  });

  test("keeps what is typed while something short is done", () => {
    const typed = press(startShell(), "h", "i", "enter", "m", "o").state;
    expect(press(shellEvent(typed, { type: "ready" }), "enter").effect).toEqual({
      kind: "submit",
      text: "mo",
    });
  });

  test("keeps a draft that nobody decided on, until the line is back", () => {
    const drafted = session({ type: "drafted", draft: approveQuestion().draft });
    expect(given(drafting, drafted).undecided?.draft.code).toBe(CODE);
    expect(given(drafting, drafted, { type: "ready" }).undecided).toBeNull();
  });

  test("shows the same frames when the events of a session are replayed", () => {
    const events = [drafting, ...[...CODE].map((text) => session({ type: "delta", text }))];
    const play = () => {
      let state = startShell();
      return events.map((event) => {
        state = shellEvent(state, event);
        return frame(state, SIZE);
      });
    };
    const frames = play();
    expect(play()).toEqual(frames);
    expect(new Set(frames).size).toBeGreaterThan(50);
  });
});

const frame = (state: ShellState, size: typeof SIZE) => shellFrame(state, size).rows.map(plain).join("\n");

describe.each([
  { columns: 10, rows: 3 },
  { columns: 40, rows: 15 },
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
])("at $columns x $rows", (size) => {
  const head = [{ kind: "record", cells: { a: "x".repeat(300), b: HOSTILE } }] as const;
  test.each([
    ["the line", startShell()],
    ["the line after a result", given({ type: "result", result: RESULT })],
    ["the result", press(given({ type: "result", result: RESULT }), "escape").state],
    ["a hint", given({ type: "hint", hint: HOSTILE.repeat(9) })],
    ["what is waited for", given({ type: "wait", what: HOSTILE.repeat(9) })],
    ["a draft", given(drafting, session({ type: "delta", text: `${CODE}${HOSTILE}` }))],
    ["a question", given({ type: "ask", exchange: exchangeFor(hostileQuestion()) }, { type: "listen" })],
    ["an offer", given({ type: "offer", reason: HOSTILE.repeat(9) }, { type: "listen" })],
    ["a run", given({ type: "run", title: HOSTILE.repeat(9), nowMs: 0, head })],
    ["a run being stopped", given(run, { type: "stopping" })],
  ])("%s fits, and shows nothing raw", (_, state) => {
    const { rows } = shellFrame(state, size);
    expect(rows.length).toBeLessThanOrEqual(size.rows - 1);
    for (const row of rows) expect(lineCells(row)).toBeLessThanOrEqual(size.columns);
    expect(rows.map(plain).join("")).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202e\u200b]/);
  });

  test("the help, the keys and the first words fit", () => {
    const lines = [
      helpLines(size.columns),
      keyHelp(size.columns),
      firstRunLines({ model: null, columns: size.columns }),
    ];
    for (const row of lines.flat()) expect(lineCells(row)).toBeLessThanOrEqual(size.columns);
  });
});
