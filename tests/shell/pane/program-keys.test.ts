import { expect, test } from "vitest";
import { programKeys } from "../../../src/shell/pane/program-keys.ts";

const PASTE = "\x1b[200~text\x1b[201~";
const ARROWS = "\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F";

test.each([
  ["a paste to a program that did not ask", PASTE, { paste: false, application: false }, "text"],
  ["a paste to one that did", PASTE, { paste: true, application: false }, PASTE],
  ["arrows", ARROWS, { paste: false, application: false }, ARROWS],
  [
    "arrows in application mode",
    ARROWS,
    { paste: false, application: true },
    "\x1bOA\x1bOB\x1bOC\x1bOD\x1bOH\x1bOF",
  ],
  ["keys with modifiers", "\x1b[1;5A\x1b[5~", { paste: false, application: true }, "\x1b[1;5A\x1b[5~"],
  ["control keys", "\x03\x1a\x04\x1b", { paste: false, application: true }, "\x03\x1a\x04\x1b"],
])("programKeys gives %s as the program's terminal would", (_, typed, { paste, application }, expected) => {
  const modes = { bracketedPasteMode: paste, applicationCursorKeysMode: application };
  expect(programKeys(typed, modes)).toBe(expected);
});
