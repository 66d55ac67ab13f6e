// The shell as a person works in it: the real bin/writ in a real pseudo-terminal.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ModelServer, type ScriptedReply, startModelServer } from "../support/model-server.ts";
import { openTerminal, type Terminal, type TerminalOptions } from "../support/terminal.ts";

const DECISION = /y run · s save/;
const PROMPT = /^> $|^>$/m;

let home = "";
let server: ModelServer | null = null;
let terminal: Terminal | null = null;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "writ-home-"));
});
afterEach(async () => {
  terminal?.kill("SIGKILL");
  terminal = null;
  await server?.close();
  server = null;
  rmSync(home, { recursive: true, force: true });
});

/** `writ` between two looks at the terminal's settings. */
async function shell(
  options: TerminalOptions & {
    readonly before?: string;
    readonly model?: readonly (ScriptedReply | string)[];
  } = {},
): Promise<Terminal> {
  const { before = "", model, env, ...size } = options;
  server = model ? await startModelServer(model) : null;
  const script = `PATH="${resolve("bin")}:$PATH"; stty -a > ${home}/before; ${before}writ; code=$?; stty -a > ${home}/after; echo "rc $code"`;
  terminal = openTerminal("sh", ["-c", script], {
    cwd: home,
    columns: 100,
    rows: 40,
    ...size,
    env: { HOME: home, ...(server ? { OPENAI_BASE_URL: server.url, WRIT_MODEL: "scripted" } : {}), ...env },
  });
  await terminal.until(/^>/m);
  return terminal;
}

async function send(screen: Terminal, line: string): Promise<void> {
  await screen.paste(line);
  await screen.key("enter");
}

/** How it ended, and whether the terminal is as it was before. */
async function ending(screen: Terminal) {
  await screen.exit;
  const [before, after] = ["before", "after"].map((name) => readFileSync(join(home, name), "utf8"));
  const raw = screen.raw();
  return {
    code: Number(/rc (\d+)/.exec(screen.transcript())?.[1]),
    isRestored: before === after && raw.lastIndexOf("\x1b[?25h") > raw.lastIndexOf("\x1b[?25l"),
  };
}

const leave = async (screen: Terminal) => {
  await send(screen, "/quit");
  return ending(screen);
};

/** The process of writ itself, below the shell that started it. */
function writPid(screen: Terminal): number {
  return Number.parseInt(readFileSync(`/proc/${screen.pid}/task/${screen.pid}/children`, "utf8"), 10);
}

const fenced = (code: string) => `\`\`\`ts\n${code}\n\`\`\`\n`;
const SUM = fenced(`/** Sum the numbers. */
export default function sum(input: Input) {
  let total = 0;
  for (const line of input.lines()) total += Number(line);
  return total;
}`);
const endless = (body: string) =>
  fenced(`/** Never ends. */
export default function* many(input: Input) {
  for (let i = 0; i < 1e12; i++) { ${body} }
}`);

describe("the main path", () => {
  test("asks, shows, runs, keeps, runs by name with an option, chains and leaves", async () => {
    const screen = await shell();
    await screen.until("@samples/access.log");
    await send(screen, "the ten most frequent addresses in @samples/access.log");
    await screen.until(DECISION);
    expect(screen.transcript()).toContain("from the shipped library: top-values");
    expect(screen.transcript()).not.toMatch(/203\.0\.113\.11 +323/);
    await screen.key("y");
    await screen.until("_1 10 rows");
    expect(screen.transcript()).toMatch(/value +count\n203\.0\.113\.11 +323\n/);
    await send(screen, "/save busiest");
    await screen.until("saved as busiest");
    await send(screen, "busiest -n 3 @samples/access.log");
    await screen.until("_2 3 rows");
    await send(screen, "select --where 'count>100' _");
    await screen.until("_3 2 rows");
    await send(screen, "/list");
    await screen.until(/^busiest +user/m);
    expect(await leave(screen)).toEqual({ code: 0, isRestored: true });
    const left = screen.transcript();
    expect(left).toMatch(/\n> busiest -n 3 @samples\/access\.log\n/);
    expect(left.match(/203\.0\.113\.11 +323/g)).toHaveLength(3);
  });

  test("says what it is on the first run, and not on the second", async () => {
    const first = await shell();
    await first.until("No model is configured");
    await send(first, "/help");
    await first.until("/doctor");
    await leave(first);
    const second = await shell();
    expect(second.transcript()).not.toContain("No model is configured");
    await leave(second);
  });

  test("runs nothing on n, and goes on", async () => {
    const screen = await shell({ model: [SUM], before: "seq 1 10 | " });
    await send(screen, "sum of the numbers");
    await screen.until(DECISION);
    await screen.key("n");
    await screen.until("not approved: nothing ran");
    await send(screen, "/open");
    await screen.until("there is no result _");
    expect(await leave(screen)).toEqual({ code: 0, isRestored: true });
  });

  test("reads what was piped in as often as it is asked for", async () => {
    const screen = await shell({ model: [SUM], before: "seq 1 1000 | " });
    await screen.until("what was piped in is there as @-");
    await send(screen, "sum of the numbers");
    await screen.until("the input is @-, what was piped in");
    await screen.until(DECISION);
    await screen.key("y");
    await screen.until("_1 1 line");
    await send(screen, "top-values -n 2 @-");
    await screen.until("_2 2 rows");
    expect(screen.transcript()).toContain("\n500500\n");
    await leave(screen);
  });

  test("joins inputs that are results", async () => {
    const screen = await shell();
    await send(screen, "!seq 1 3");
    await screen.until("_1 3 lines");
    await send(screen, "!seq 3 4");
    await screen.until("_2 2 lines");
    await send(screen, "top-values -n 1 _1 _2");
    await screen.until("_3 1 row");
    expect(screen.transcript()).toMatch(/value +count\n +3 +2\n/);
    await leave(screen);
  });

  test("sends a failed run back to the model with its error, on the same bytes", async () => {
    const broken = fenced(
      "export default function sum(input: Input) {\n  for (const line of input.lines()) throw new Error('odd ' + line);\n}",
    );
    const screen = await shell({ model: [broken, SUM], before: "seq 5 9 | " });
    await send(screen, "sum of the numbers");
    await screen.until(DECISION);
    await screen.key("y");
    await screen.until("r repair with the model");
    await screen.key("r");
    await screen.until(/d diff/);
    expect(JSON.stringify(server?.requests[1]?.body.messages)).toContain("odd 5");
    await screen.key("y");
    await screen.until("_1 1 line");
    expect(screen.transcript()).toContain("\n35\n");
    await leave(screen);
  });

  test("asks again for a kept command that changed", async () => {
    const screen = await shell();
    await send(screen, "the ten most frequent addresses in @samples/access.log");
    await screen.until(DECISION);
    await screen.key("s");
    await screen.key("ctrl-u");
    await screen.type("top");
    await screen.key("enter");
    await screen.until("_1 10 rows");
    const kept = join(home, ".local/share/writ/snippets/top.ts");
    writeFileSync(kept, `${readFileSync(kept, "utf8")}// more\n`);
    await send(screen, "top @samples/access.log");
    await screen.until(/y run/);
    expect(screen.screen()).toContain("changed since it was approved");
    await screen.key("n");
    await screen.until("not approved");
    await leave(screen);
  });
});

describe("a result", () => {
  test("opens in the pager, is written to a file, and is copied", async () => {
    const screen = await shell({ env: { PAGER: "cat > paged" } });
    await send(screen, "top-values --field status -n 2 @samples/access.log");
    await screen.until("_1 2 rows");
    await screen.key("escape");
    await screen.until("press o open");
    await screen.key("o");
    await screen.until(
      () => existsSync(join(home, "paged")) && readFileSync(join(home, "paged"), "utf8") !== "",
    );
    expect(readFileSync(join(home, "paged"), "utf8")).toMatch(/^value +count\n/);
    await send(screen, "/write out.ndjson _1");
    await screen.until("wrote _1 to out.ndjson");
    expect(readFileSync(join(home, "out.ndjson"), "utf8")).toMatch(/^\{"value":200,"count":\d+\}\n/);
    await send(screen, "/write out.ndjson");
    await screen.until("is there already, and nothing is overwritten");
    await send(screen, "/copy");
    await screen.until("given to the terminal's clipboard");
    const copied = /\x1b\]52;c;([A-Za-z0-9+/=]+)\x07/.exec(screen.raw())?.[1] ?? "";
    expect(Buffer.from(copied, "base64").toString()).toBe(readFileSync(join(home, "out.ndjson"), "utf8"));
    await leave(screen);
  });

  test("of a million rows is cut to the screen, stays whole, and costs little memory", async () => {
    const many = fenced(`/** Many rows. */
export default function* many(input: Input) {
  for (let i = 0; i < 1_000_000; i++) yield { i, text: "a row of some length, as rows are" };
}`);
    const screen = await shell({ model: [many] });
    await send(screen, "a million rows");
    await screen.until(DECISION);
    await screen.key("y");
    await screen.until("_1 1,000,000 rows");
    expect(screen.transcript()).toMatch(/… and 999,9\d\d more/);
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${writPid(screen)}/status`, "utf8"))?.[1];
    expect(Number(peak) / 1024).toBeLessThan(300);
    await send(screen, "select --where 'i=999999' _");
    await screen.until("_2 1 row");
    await leave(screen);
  }, 60_000);

  test("with hostile bytes never reaches the terminal raw", async () => {
    writeFileSync(join(home, "bad\x1b]0;owned\x07.txt"), "a\x1b[2Jb\u202ec\x9b31m\n");
    const screen = await shell();
    await send(screen, "top-values @bad*.txt");
    await screen.until("_1 1 row");
    await send(screen, "!printf '\\033]52;c;b3duZWQ=\\007x'");
    await screen.until("_2 1 line");
    await leave(screen);
    expect(screen.raw()).not.toMatch(/\x1b\]0;owned|\x1b\]52|\u202e|\x9b31m/);
  });
});

describe("a run", () => {
  test.each(["escape", "ctrl-c"])("is stopped by %s, and the shell is not", async (key) => {
    const screen = await shell({ model: [endless("if (i % 1e8 === 0) yield { i };")] });
    await send(screen, "count for ever");
    await screen.until(DECISION);
    await screen.key("y");
    await screen.until(/running \d/);
    await screen.key(key);
    await screen.until("stopped after");
    await screen.until(PROMPT);
    expect(await leave(screen)).toEqual({ code: 0, isRestored: true });
  });

  test.each<[string, ScriptedReply, string]>([
    ["the model still writes", { kind: "hang", text: "```ts\nexport default " }, "export default"],
    ["the model has said nothing yet", { kind: "silent" }, "drafting with"],
    [
      "it waits before it asks the model again",
      { kind: "error", status: 429, message: "slow", headers: { "retry-after": "50" } },
      "rate limited: waiting 50 s, attempt 2 of 4",
    ],
  ])("is stopped while %s", async (_, reply, moment) => {
    const screen = await shell({ model: [reply] });
    await send(screen, "something");
    await screen.until("Esc stops");
    await screen.until(moment);
    await screen.key("escape");
    await screen.until("stopped");
    expect(await leave(screen)).toEqual({ code: 0, isRestored: true });
  });

  test("drops keys that were typed ahead of the decision", async () => {
    const screen = await shell({ model: [{ kind: "text", text: SUM, delayMs: 10 }], before: "seq 3 | " });
    await send(screen, "sum of the numbers");
    await screen.until("drafting with");
    await screen.type("yyy");
    await screen.until(DECISION);
    await screen.key("n");
    await screen.until("not approved: nothing ran");
    await leave(screen);
  });
});

describe("leaving", () => {
  test("by Ctrl-D on an empty line", async () => {
    const screen = await shell();
    await screen.key("ctrl-d");
    expect(await ending(screen)).toEqual({ code: 0, isRestored: true });
  });

  test.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("by %s while a run is on ends the run, and keeps the history", async (signal, code) => {
    const screen = await shell({ model: [endless("")] });
    await send(screen, "count for ever");
    await screen.until(DECISION);
    await screen.key("y");
    await screen.until(/running \d/);
    const pid = writPid(screen);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    process.kill(pid, signal);
    expect(await ending(screen)).toEqual({ code, isRestored: true });
    // The run, and the type checker that stays as long as the shell.
    expect(children.filter((child) => existsSync(`/proc/${child}`))).toEqual([]);
    const again = await shell();
    await again.key("up");
    await again.until("> count for ever");
    await again.key("ctrl-c");
    await leave(again);
  });

  test.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("by %s while a draft is in the editor ends the editor first", async (signal, code) => {
    const script = `trap 'echo ended > "$HOME/ended"; exit 0' HUP
printf '\\033[?1000h' > /dev/tty
echo EDITING > /dev/tty
while :; do read -r answer < /dev/tty; done`;
    const EDITOR = join(home, "editor");
    const TMPDIR = join(home, "scratch");
    writeFileSync(EDITOR, `#!/bin/sh\n${script}\n`);
    chmodSync(EDITOR, 0o755);
    mkdirSync(TMPDIR);
    const screen = await shell({ model: [SUM], env: { EDITOR, TMPDIR } });
    await send(screen, "sum the numbers");
    await screen.until(DECISION);
    await screen.key("e");
    await screen.until("EDITING");
    process.kill(writPid(screen), signal);
    expect(await ending(screen)).toEqual({ code, isRestored: true });
    expect(readFileSync(join(home, "ended"), "utf8")).toBe("ended\n");
    expect(readdirSync(TMPDIR)).toEqual([]);
    expect(screen.raw().lastIndexOf("\x1b[?1000;")).toBeGreaterThan(screen.raw().lastIndexOf("\x1b[?1000h"));
  });

  test("by /quit takes no words", async () => {
    const screen = await shell();
    await send(screen, "/quit now");
    await screen.until("/quit takes no words: /quit");
    expect(await leave(screen)).toEqual({ code: 0, isRestored: true });
  });

  test("by Ctrl-C is not possible", async () => {
    const screen = await shell();
    await screen.key("ctrl-c");
    await screen.until("Ctrl-D leaves");
    await screen.type("x");
    await screen.until("> x");
    await screen.key("ctrl-c");
    await screen.until(PROMPT);
    expect(await leave(screen)).toEqual({ code: 0, isRestored: true });
  });
});

describe("the terminal", () => {
  test.each([
    ["is dumb", "TERM=dumb writ", "TERM says that this one is dumb"],
    ["is not there", "setsid -w writ < /dev/null", "the shell needs a terminal, and there is none"],
  ])("that %s gets one sentence and 2", async (_, command, sentence) => {
    terminal = openTerminal("sh", ["-c", `PATH="${resolve("bin")}:$PATH"; ${command}; echo "rc $?"`], {
      env: { HOME: home },
    });
    await terminal.exit;
    expect(terminal.transcript().replaceAll("\n", "")).toContain(sentence);
    expect(terminal.transcript()).toContain("rc 2");
  });

  test.each([
    [10, 3],
    [40, 15],
    [200, 50],
  ])("of %i columns and %i rows is enough to work in", async (columns, rows) => {
    const screen = await shell({ columns, rows });
    await send(screen, "top-values -n 1 --field status @samples/access.log");
    await screen.until(() => /^_1 1/m.test(screen.transcript()));
    expect(await leave(screen)).toEqual({ code: 0, isRestored: true });
  });

  test("that is resized shows the same line again, with nothing left behind", async () => {
    const screen = await shell({ columns: 100, rows: 30 });
    await screen.type("one two three");
    for (const [columns, rows] of [
      [12, 10],
      [60, 20],
      [100, 30],
    ] as const) {
      screen.resize(columns, rows);
      await screen.until((now) => now.replace(/\s+/g, " ").includes("> one two three".slice(0, 5)));
    }
    await screen.until("> one two three");
    expect(screen.screen().match(/one two/g)).toHaveLength(1);
    await screen.key("ctrl-c");
    await leave(screen);
  });

  test("is scrolled to an empty screen by Ctrl-L, with what was there above", async () => {
    const screen = await shell();
    await send(screen, "/list");
    await screen.until("top-values");
    await screen.key("\x0c");
    await screen.until((now) => now.startsWith(">"));
    expect(screen.transcript()).toContain("top-values");
    expect(screen.raw()).not.toContain("\x1b[3J");
    await leave(screen);
  });

  test("is where the shell is while stdout goes elsewhere", async () => {
    terminal = openTerminal(
      "sh",
      ["-c", `PATH="${resolve("bin")}:$PATH"; writ > ${home}/out; echo "rc $?"`],
      {
        env: { HOME: home },
        cwd: home,
      },
    );
    await terminal.until(/^>/m);
    await send(terminal, "top-values -n 1 --field status @samples/access.log");
    await terminal.until("_1 1 row");
    await send(terminal, "/quit");
    await terminal.exit;
    expect(readFileSync(join(home, "out"), "utf8")).toBe("");
  });
});
