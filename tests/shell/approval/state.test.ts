import { expect, test } from "vitest";
import { type ApprovalState, approvalKey, startApproval } from "../../../src/shell/approval/state.ts";
import { approveQuestion } from "../canned.ts";

const seen = { extent: { shown: 5, total: 20 }, rowOf: (line: number) => line };

function after(...names: string[]): ApprovalState {
  return names.reduce(
    (state, name) => approvalKey(state, { name, text: name.length === 1 ? name : "" }, seen),
    startApproval(approveQuestion()),
  );
}

test.each([
  [["y"], { kind: "yes" }],
  [["n"], { kind: "no" }],
  [["q"], { kind: "no" }],
  [["escape"], { kind: "no" }],
  [["s", "enter"], { kind: "save", name: "top-addresses" }],
  [["s", "-", "2", "enter"], { kind: "save", name: "top-addresses-2" }],
  [["s", "ctrl-u", "b", "y", "enter"], { kind: "save", name: "by" }],
  [["s", "escape", "y"], { kind: "yes" }],
  [["enter", "y"], { kind: "yes" }],
  [["y", "n"], { kind: "yes" }],
])("approvalKey: %j answers %j", (names, answer) => {
  expect(after(...names).answer).toEqual(answer);
});

test.each([
  ["Enter", ["enter"]],
  ["Enter, again and again", ["enter", "enter", "enter"]],
  ["Ctrl-J, which is how some terminals send Enter", ["ctrl-j"]],
  ["upper case", ["Y", "S", "N"]],
  ["a paste of y", ["paste"]],
  ["keys that have no row", ["x", "e", " ", "tab", "alt-y", "ctrl-y", "f5", "左"]],
  ["moving about", ["down", "pagedown", "G", "g", "k", "j"]],
  ["a name without Enter", ["s", "x"]],
  ["Esc in the name line", ["s", "escape"]],
  ["y and n in the name line", ["s", "y", "n"]],
])("approvalKey: %s answers nothing", (_, names) => {
  expect(after(...names).answer).toBe(null);
});

test("approvalKey: Enter makes the keys stand out until the next key that means something", () => {
  expect(after("enter").mode).toEqual({ kind: "choosing", standOut: true });
  expect(after("enter", "x").mode).toEqual({ kind: "choosing", standOut: true });
  expect(after("enter", "down").mode).toEqual({ kind: "choosing", standOut: false });
});

test.each([["ctrl-u"], ["A"], ["_"], ["/"], [" x"]])(
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
