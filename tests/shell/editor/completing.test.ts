import { describe, expect, test } from "vitest";
import { createCompleter } from "../../../src/shell/editor/completer.ts";
import { type Press, press, shown } from "./pressing.ts";

const names = ["data", "data-2024.csv", "data-2025.csv", "notes.md"];
const complete = createCompleter({
  slash: ["help", "list", "quit"].map((name) => ({ name, summary: "" })),
  commands: [],
  files: (prefix) =>
    names.filter((name) => name.startsWith(prefix)).map((name) => ({ name, isFolder: name === "data" })),
});

describe("Tab", () => {
  test.each<[string, readonly Press[], string]>([
    ["/q", [], "/quit |"],
    ["sum of @no", [], "sum of @notes.md |"],
    ["sum of @no by day", Array(7).fill("left"), "sum of @notes.md| by day"],
    ["sum of @d", [], "sum of @data|"],
    ["sum of @data-", [], "sum of @data-202|"],
    ["sum of @x", [], "sum of @x|"],
    ["sum of bytes", [], "sum of bytes|"],
  ])("on %j after %j gives %j", (start, before, expected) => {
    expect(shown(press(start, [...before, "tab"], { complete }).state)).toBe(expected);
  });
});

describe("the choices", () => {
  test.each<[string, readonly Press[], string]>([
    ["Enter takes the first", ["enter"], "@data-2024.csv |"],
    ["Tab goes to the next", ["tab", "enter"], "@data-2025.csv |"],
    ["and round", ["tab", "tab", "enter"], "@data-2024.csv |"],
    ["Down, Up and Shift-Tab too", ["down", "up", "shift-tab", "enter"], "@data-2025.csv |"],
    ["Escape closes them", ["escape", "up"], "old|"],
    ["typing narrows them", ['"5"', "enter"], "@data-2025.csv |"],
    ["typing on closes them where none is left", ['"x"', "up"], "old|"],
    ["erasing widens them", ["backspace", "backspace", "backspace", "backspace", "enter"], "@data/|"],
    ["undo takes one back", ["enter", "ctrl-_"], "@data-202|"],
    ["Enter sends what is typed out already", ['"5.csv"', "enter"], "|"],
  ])("%s", (_, presses, expected) => {
    expect(shown(press("@data-", ["tab", ...presses], { complete, history: ["old"] }).state)).toBe(expected);
  });
});
