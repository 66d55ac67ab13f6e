import { expect, test } from "vitest";
import { type Press, press, shown } from "./pressing.ts";

const history = [
  "sum of bytes",
  "the ten slowest",
  "sum of bytes",
  "Sum of lines\nby client",
  "the ten slowest",
];

test.each<[string, readonly Press[], string]>([
  ["finds the newest", ['"sum"'], "Sum of lines\nby client|"],
  ["finds an older one", ['"sum"', "ctrl-r"], "sum of bytes|"],
  ["shows no entry twice on the way", ['"sum"', "ctrl-r", "ctrl-r"], "sum of bytes|"],
  ["goes back to a newer one", ['"sum"', "ctrl-r", "ctrl-s"], "Sum of lines\nby client|"],
  ["walks with the arrows too", ['"sum"', "up", "down"], "Sum of lines\nby client|"],
  ["keeps to capitals where there are some", ['"Sum"', "ctrl-r"], "Sum of lines\nby client|"],
  ["narrows from the entry that is shown", ['"s"', "ctrl-r", '"um of"'], "Sum of lines\nby client|"],
  [
    "widens again",
    ['"sum of b"', "backspace", "backspace", "backspace", "backspace"],
    "Sum of lines\nby client|",
  ],
  ["shows the draft while nothing matches", ['"sumx"'], "draft|"],
  ["takes on Enter and sends nothing", ['"slow"', "enter", '"!"'], "the ten slowest!|"],
  ["takes on a key of the editor, which does its work", ['"slow"', "ctrl-a", '"!"'], "!|the ten slowest"],
  ["leaves on Escape", ['"sum"', "escape", '"!"'], "draft!|"],
  ["leaves on Ctrl-G", ['"sum"', "ctrl-g"], "draft|"],
  ["leaves on Ctrl-C and keeps the draft", ['"sum"', "ctrl-c"], "draft|"],
  ["is undone", ['"sum"', "enter", "ctrl-_"], "draft|"],
  ["takes what is pasted for words", [{ paste: "of\nbytes" }], "sum of bytes|"],
  ["does nothing without words", ["ctrl-r", "enter"], "draft|"],
])("Ctrl-R %s", (_, presses, expected) => {
  const { state, effects } = press("draft", ["ctrl-r", ...presses], { history });
  expect(shown(state)).toBe(expected);
  expect(effects).toEqual([]);
});
