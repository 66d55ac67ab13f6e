import { expect, test } from "vitest";
import { programEnvironment } from "../../../src/shell/pane/program-environment.ts";

const OUTER = {
  PATH: "/bin",
  HOME: "/home/ada",
  TERM: "tmux-256color",
  COLUMNS: "80",
  TERM_PROGRAM: "tmux",
  COLORTERM: "24bit",
};

test.each([
  [24, { TERM: "xterm-256color", COLORTERM: "24bit" }],
  [8, { TERM: "xterm-256color" }],
  [4, { TERM: "xterm" }],
  [1, { TERM: "xterm" }],
])("programEnvironment names the pane as the terminal, at %i bits of colour", (depth, terminal) => {
  expect(programEnvironment(OUTER, depth)).toEqual({ PATH: "/bin", HOME: "/home/ada", ...terminal });
});
