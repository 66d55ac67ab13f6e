import { expect, test } from "vitest";
import { answerFrame, answerRecord } from "../../../src/shell/answer/layout.ts";
import { type AnswerState, answerKey, startAnswer } from "../../../src/shell/answer/state.ts";
import { plain } from "../../../src/shell/line.ts";

const asked = (question: string) => startAnswer({ kind: "answer", model: "m", host: "h:1", question });
const press = (state: AnswerState, ...names: string[]) =>
  names.reduce((before, name) => answerKey(before, { name, text: "" }), state);
const type = (state: AnswerState, text: string) => answerKey(state, { name: "paste", text });
const QUESTION = asked("Which field is the price?\n- net\n- amount");

test("Enter answers with what was typed, without the spaces around it", () => {
  expect(press(type(QUESTION, "  the net one "), "enter").answer).toEqual({
    kind: "answer",
    words: "the net one",
  });
});

test.each(["escape", "ctrl-c"])("%s gives no answer", (name) => {
  expect(press(type(QUESTION, "net"), name).answer).toEqual({ kind: "no" });
});

test("Enter on an empty line answers nothing and says why", () => {
  const state = press(QUESTION, "enter");
  expect(state.answer).toBeNull();
  expect(answerFrame(state, { columns: 80, rows: 24 }).rows.map(plain)).toContain(
    "answer in your words, or press Esc to leave it",
  );
});

test("letters that are keys elsewhere are text here", () => {
  expect(["y", "n", "q"].reduce(type, QUESTION).field.text).toBe("ynq");
});

test("answerFrame shows who asks what, and the line to answer on last", () => {
  expect(answerFrame(type(QUESTION, "net"), { columns: 80, rows: 24 }).rows.map(plain)).toEqual([
    "m at h:1 asks:",
    "│ Which field is the price?",
    "│ - net",
    "│ - amount",
    "Enter sends the answer to the model, Esc gives none",
    "answer: net ",
  ]);
});

test("answerFrame keeps the line to answer on where there is little room", () => {
  const { rows } = answerFrame(type(asked("why? ".repeat(200)), "net"), { columns: 20, rows: 3 });
  expect(rows.length).toBeLessThanOrEqual(3);
  expect(plain(rows.at(-1)!)).toBe("answer: net ");
});

test("a question that asks for a secret is marked as the model's words", () => {
  const rows = answerFrame(asked("What is your API key?"), { columns: 200, rows: 24 }).rows.map(plain);
  expect(rows.join("\n")).toContain("the model's words, not writ's");
});

test("nothing in a question reaches the terminal raw", () => {
  const rows = answerFrame(asked("a\u001b[2Jb\u202ec?"), { columns: 80, rows: 24 }).rows.map(plain);
  expect(rows.join("\n")).toContain("a\\u{1b}[2Jb\\u{202e}c?");
});

test("answerRecord keeps the question with its answer", () => {
  const record = answerRecord(press(type(QUESTION, "net"), "enter"), 80).map(plain);
  expect(record.at(-1)).toBe("answer: net");
  expect(answerRecord(press(QUESTION, "escape"), 80).map(plain).at(-1)).toBe("answer: no answer");
});
