import { expect, test } from "vitest";
import {
  type ApprovalState,
  approvalEdited,
  approvalKey,
  type Edited,
  startApproval,
} from "../../../src/shell/approval/state.ts";
import { type ApproveQuestion, approveQuestion, CODE } from "../canned.ts";

const seen = { extent: { shown: 5, total: 20 }, rowOf: (line: number) => line };

function after(...names: string[]): ApprovalState {
  return afterIn(approveQuestion(), ...names);
}

function afterIn(question: ApproveQuestion, ...names: string[]): ApprovalState {
  return names.reduce(
    (state, name) => approvalKey(state, { name, text: name.length === 1 ? name : "" }, seen),
    startApproval(question),
  );
}

test.each([
  [["y"], { kind: "yes" }],
  [["n"], { kind: "no" }],
  [["q"], { kind: "no" }],
  [["escape"], { kind: "no" }],
  [["s", "enter"], { kind: "save", name: "top-addresses" }],
  [["s", "end", "-", "2", "enter"], { kind: "save", name: "top-addresses-2" }],
  [["s", "b", "y", "enter"], { kind: "save", name: "by" }],
  [["s", "backspace", "backspace", "enter"], { kind: "save", name: "top-address" }],
  [["s", "ctrl-u", "b", "y", "enter"], { kind: "save", name: "by" }],
  [["s", "escape", "y"], { kind: "yes" }],
  [["enter", "y"], { kind: "yes" }],
  [["y", "n"], { kind: "yes" }],
])("approvalKey: %j answers %j", (names, answer) => {
  expect(after(...names).answer).toEqual(answer);
});

const tryable = approveQuestion({ canTry: true });
const letters = (text: string) => [...text];

test("approvalKey: t answers that it be tried", () => {
  expect(afterIn(tryable, "t").answer).toEqual({ kind: "try" });
});

test("approvalKey: w takes an example, and says what is wrong with what is none", () => {
  expect(afterIn(tryable, "w", ...letters("a => b"), "enter").answer).toEqual({
    kind: "example",
    example: { in: "a\n", out: "b\n" },
  });
  const wrong = afterIn(tryable, "w", ...letters("a"), "enter");
  expect(wrong.answer).toBeNull();
  expect(wrong.mode).toMatchObject({ kind: "typing", problem: expect.stringContaining("has no") });
});

test.each(["t", "w"])("approvalKey: %s says why it does nothing for what cannot be tried", (key) => {
  expect(afterIn(approveQuestion(), key)).toMatchObject({
    answer: null,
    notice: "it cannot be tried from here",
  });
  const refused = approveQuestion({ canTry: true, refused: "the check refused it" });
  expect(afterIn(refused, key)).toMatchObject({ answer: null, notice: expect.stringContaining("the check") });
});

test.each([
  ["Enter", ["enter"]],
  ["Enter, again and again", ["enter", "enter", "enter"]],
  ["Ctrl-J, which is how some terminals send Enter", ["ctrl-j"]],
  ["upper case", ["Y", "S", "N"]],
  ["a paste of y", ["paste"]],
  ["keys that have no row", ["x", "t", "c", " ", "tab", "alt-y", "ctrl-y", "f5", "左"]],
  ["moving about", ["down", "pagedown", "G", "g", "k", "j"]],
  ["a name without Enter", ["s", "x"]],
  ["Esc in the name line", ["s", "escape"]],
  ["y and n in the name line", ["s", "y", "n"]],
])("approvalKey: %s answers nothing", (_, names) => {
  expect(after(...names).answer).toBe(null);
});

test("approvalKey: Enter makes the keys stand out until the next key that means something", () => {
  expect(after("enter").mode).toEqual({ kind: "choosing", standOut: true });
  expect(after("enter", "z").mode).toEqual({ kind: "choosing", standOut: true });
  expect(after("enter", "down").mode).toEqual({ kind: "choosing", standOut: false });
});

test("approvalKey: a name that a command has already is not taken, and says so", () => {
  const { answer, mode } = after("s", "ctrl-u", "s", "u", "m", "enter");
  expect(answer).toBe(null);
  expect(mode).toMatchObject({ problem: "there is a command sum already: choose another name" });
  expect(after("s", "ctrl-u", "s", "u", "m", "s", "enter").answer).toEqual({ kind: "save", name: "sums" });
});

test.each([["ctrl-u"], ["A"], ["_"], ["/"], ["x y"]])(
  "approvalKey: a name with %j is not taken, and says what a name is",
  (name) => {
    const { answer, mode } = after("s", ...(name === "ctrl-u" ? [name] : [...name]), "enter");
    expect(answer).toBe(null);
    expect(mode).toMatchObject({
      kind: "typing",
      what: "name",
      problem: expect.stringContaining("lower-case"),
    });
  },
);

test.each([
  [["down"], 1],
  [["j", "j", "k"], 1],
  [["pagedown"], 4],
  [["pagedown", "pageup"], 0],
  [["G"], 15],
  [["end", "down"], 15],
  [["G", "g"], 0],
  [["G", "home"], 0],
])("approvalKey: %j scrolls to row %i", (names, top) => {
  expect(after(...names).top).toBe(top);
});

const typed = (text: string) => [...text];

test.each<[string[], string]>([
  [["r", ...typed("only five"), "enter"], "only five"],
  [["r", ...typed(" by name "), "enter"], "by name"],
  [["r", "enter", "x", "enter"], "x"],
])("approvalKey: %j revises with %j", (names, words) => {
  expect(after(...names).answer).toEqual({ kind: "revise", words });
});

test.each([
  ["nothing typed", ["r", "enter"]],
  ["blanks typed", ["r", " ", " ", "enter"]],
  ["Esc", ["r", "y", "escape"]],
])("approvalKey: a revision with %s answers nothing", (_, names) => {
  expect(after(...names).answer).toBe(null);
});

test("approvalKey: e asks for the editor, and takes no key until it is closed", () => {
  expect(after("e").mode).toEqual({ kind: "editing" });
  expect(after("e", "y", "n", "escape").answer).toBe(null);
  expect(approvalEdited(after("e", "y"), { kind: "unchanged" }).mode).toMatchObject({ kind: "choosing" });
});

test.each<[Edited, object]>([
  [{ kind: "edited", text: "mine" }, { answer: { kind: "edit", code: "mine" } }],
  [
    { kind: "edited", text: CODE },
    { answer: null, notice: "nothing was changed in the editor" },
  ],
  [{ kind: "unchanged" }, { answer: null, notice: "nothing was changed in the editor" }],
  [
    { kind: "failed", detail: "no editor" },
    { answer: null, notice: "no editor" },
  ],
  [
    { kind: "edited", text: " \n" },
    { answer: null, notice: "the editor left nothing: the draft is as it was" },
  ],
])("approvalEdited: %j is %j", (edited, expected) => {
  expect(approvalEdited(after("e"), edited)).toMatchObject(expected);
});

test("approvalEdited: what comes when no editor was asked for changes nothing", () => {
  expect(approvalEdited(after("j"), { kind: "edited", text: "late" })).toEqual(after("j"));
});

test.each<[string, Partial<ApproveQuestion>, string]>([
  ["r", { canRevise: false }, "no model is configured: it cannot be revised in words"],
  ["r", { canRevise: false, canEdit: false }, "this is a kept command: change its file, and writ asks again"],
  ["e", { canEdit: false }, "this is a kept command: change its file, and writ asks again"],
  ["d", {}, "there is no earlier draft to compare with"],
  ["y", { refused: "the check refused it" }, "it cannot be approved: the check refused it"],
  ["s", { refused: "the check refused it" }, "it cannot be approved: the check refused it"],
])("approvalKey: %s in a question with %j only says why not", (key, more, notice) => {
  const state = afterIn(approveQuestion(more), key);
  expect(state).toMatchObject({ answer: null, notice, mode: { kind: "choosing" } });
  expect(afterIn(approveQuestion(more), key, "j").notice).toBe(null);
});

test("approvalKey: a refused draft can be declined, edited and revised", () => {
  const question = approveQuestion({ refused: "the check refused it" });
  expect(afterIn(question, "n").answer).toEqual({ kind: "no" });
  expect(afterIn(question, "e").mode.kind).toBe("editing");
  expect(afterIn(question, "r", "x", "enter").answer).toEqual({ kind: "revise", words: "x" });
});

test("approvalKey: d turns to the difference and back, from its top", () => {
  const question = approveQuestion({ previous: "one\n" });
  expect(afterIn(question, "G", "d")).toMatchObject({ view: "diff", top: 0 });
  expect(afterIn(question, "d", "d").view).toBe("code");
  expect(afterIn(question, "d", "y").answer).toEqual({ kind: "yes" });
});

test("approvalKey: Esc in the difference leads back to the code, and only the next one is a no", () => {
  const question = approveQuestion({ previous: "one\n" });
  expect(afterIn(question, "d", "escape")).toMatchObject({ view: "code", answer: null });
  expect(afterIn(question, "d", "escape", "escape").answer).toEqual({ kind: "no" });
});

// Lines of CODE with "total": 6, 9, 11 and 12, the first one counted as 0.
test.each([
  ["the first match is gone to", [], { at: 0, lines: [5, 8, 10, 11] }],
  ["n goes to the next one", ["n"], { at: 1 }],
  ["N goes back, and around", ["N"], { at: 3 }],
  ["n goes around", ["n", "n", "n", "n"], { at: 0 }],
  ["p is N", ["n", "p"], { at: 0 }],
])("approvalKey: after /total, %s", (_, names, expected) => {
  const state = after("/", ...typed("total"), "enter", ...names);
  expect(state.mode).toMatchObject({ kind: "matching", query: "total", ...expected });
});

test("approvalKey: no key of a search decides anything", () => {
  const searching = ["/", ...typed("total"), "enter"];
  expect(after(...searching, "n", "y", "s", "q", "j").answer).toBe(null);
  expect(after(...searching, "escape", "n").answer).toEqual({ kind: "no" });
  expect(after(...searching, "enter", "y").answer).toEqual({ kind: "yes" });
  expect(after("/", "escape").mode.kind).toBe("choosing");
  expect(after("/", "enter").mode.kind).toBe("choosing");
});

test("approvalKey: a search that finds nothing says so and stays; capitals count where there are some", () => {
  expect(after("/", ...typed("nowhere"), "enter").mode).toMatchObject({ problem: "not found" });
  expect(after("/", ...typed("TOTAL"), "enter").mode).toMatchObject({ problem: "not found" });
  expect(after("/", ...typed("map<"), "enter").mode).toMatchObject({ lines: [5] });
});

test("approvalKey: a match out of sight is scrolled to, one in sight is not", () => {
  expect(after("/", ...typed("@param"), "enter").top).toBe(0);
  expect(after("/", ...typed("yield"), "enter").top).toBe(8);
  expect(after("G", "/", ...typed("yield"), "enter").top).toBe(8);
});

test("approvalKey: a search begins at what is shown", () => {
  expect(after("pagedown", "pagedown", "/", ...typed("total"), "enter").mode).toMatchObject({ at: 1 });
});
