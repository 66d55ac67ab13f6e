import { beforeAll, expect, onTestFinished, test } from "vitest";
import { bundleFixture } from "../support/bundle-fixture.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { openTerminal, type Terminal, type TerminalOptions } from "../support/terminal.ts";

let program: string;
beforeAll(async () => {
  program = await bundleFixture("tests/shell/fixtures/edits.ts");
});

/** The input line with its prompt drawn. `history`: the state folder of an earlier one. */
async function editor(options: TerminalOptions & { history?: string } = {}) {
  const history = options.history ?? scratchFolder("editor");
  const terminal = openTerminal(process.execPath, [program], { ...options, env: { HISTORY: history } });
  onTestFinished(() => terminal.kill("SIGKILL"));
  await terminal.until(/^>/m);
  return { terminal, history };
}

async function leave(terminal: Terminal): Promise<number> {
  await terminal.key("ctrl-c");
  await terminal.until("interrupt");
  await terminal.key("ctrl-d");
  return terminal.exit;
}

test("types, moves and sends over several lines", async () => {
  const { terminal } = await editor();
  await terminal.type("sum of byts");
  await terminal.key("left");
  await terminal.type("e");
  await terminal.key("\x1b\r");
  await terminal.type("日本");
  await terminal.until("> sum of byte\n  日本s");
  await terminal.key("enter");
  await terminal.until("submit 15 units: sum of byte\\n日本s …");
  expect(await leave(terminal)).toBe(0);
});

test("keeps the history for the next shell, and finds in it", async () => {
  const { terminal, history } = await editor();
  await terminal.type("first one");
  await terminal.key("enter");
  await terminal.until("submit 9");
  await leave(terminal);

  const { terminal: next } = await editor({ history });
  await next.key("up");
  await next.until("> first one");
  await next.key("down");
  await next.key("\x12");
  await next.type("irs");
  await next.until(/> first one\nsearch: irs/);
  await next.key("enter");
  await next.type("!");
  await next.key("enter");
  await next.until("submit 10 units: first one!");
  expect(await leave(next)).toBe(0);
});

test("completes, and closes the choices without a trace", async () => {
  const { terminal } = await editor();
  await terminal.type("/h");
  await terminal.key("tab");
  await terminal.until(/> \/h *\n {2}\/help +what can be typed here\n {2}\/history +what was typed/);
  await terminal.key("tab");
  await terminal.key("enter");
  await terminal.until((screen) => screen.trimEnd() === "> /history");
  await terminal.type("@m");
  await terminal.key("tab");
  await terminal.until('> /history @"my data.csv"');
  expect(await leave(terminal)).toBe(0);
});

test("folds a megabyte that is pasted, stays quick, and sends all of it", async () => {
  const { terminal } = await editor();
  const text = `${"x".repeat(99)}\r`.repeat(10_485);
  await terminal.type("a");
  await terminal.paste(text);
  await terminal.until("> a[pasted 10,485 lines]");
  await terminal.type("b");
  await terminal.key("enter");
  await terminal.until(/submit 1048502 units: ax{19} … x{18}\\nb/);
  expect(terminal.transcript()).not.toContain("xxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
  expect(await leave(terminal)).toBe(0);
});

test("takes no key from a paste that is longer than a piece of it", async () => {
  const { terminal } = await editor();
  await terminal.paste("line\r".repeat(400_000));
  await terminal.until(/> \[pasted [\d,]+ lines\]\[pasted [\d,]+ lines\]/);
  await terminal.key("\x18");
  await terminal.key("\x05");
  await terminal.until("external-editor 2000000 units: line\\nline");
  expect(terminal.transcript()).not.toContain("submit");
  expect(await leave(terminal)).toBe(0);
});

test("is laid out again at any size", async () => {
  const { terminal } = await editor({ columns: 80, rows: 24 });
  await terminal.type("show the busiest client addresses by bytes");
  await terminal.until("> show the busiest client addresses by bytes");
  terminal.resize(40, 15);
  await terminal.until((screen) => screen === "> show the busiest client addresses by\n  bytes");
  terminal.resize(10, 3);
  await terminal.until((screen) => screen === "↑ es by\n  bytes");
  await terminal.type("!");
  await terminal.until((screen) => screen === "↑ es by\n  bytes!");
  terminal.resize(200, 50);
  await terminal.until((screen) => screen.includes("> show the busiest client addresses by bytes!"));
  expect(await leave(terminal)).toBe(0);
});
