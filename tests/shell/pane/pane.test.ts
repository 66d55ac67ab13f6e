import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { startLending } from "../lends.ts";

/** Start `command` in a pane of a terminal of this size. */
async function startPane(command: string, options: { columns?: number; rows?: number; env?: object } = {}) {
  const { env = {}, ...size } = options;
  const lending = await startLending({ COMMAND: command, ...env }, size);
  await lending.terminal.key("!");
  return { ...lending, output: () => readFileSync(join(lending.folder, "out"), "utf8") };
}

const ENDED = /"exitCode":/;

/** Whether the process of this number ends: it is not ours to wait for, so it is looked at. */
async function isGone(pidFile: string): Promise<boolean> {
  const pid = Number(readFileSync(pidFile, "utf8"));
  const end = Date.now() + 5000;
  while (existsSync(`/proc/${pid}`) && Date.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 5));
  return !existsSync(`/proc/${pid}`);
}

function has(program: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
}

describe("the output of a program in a pane", () => {
  test("stays on the terminal above the scene, and comes back whole", async () => {
    const { terminal, quit, output } = await startPane("seq 1 3000; exit 3");
    await terminal.until('{"exitCode":3,"signal":null,"cut":false}');
    await terminal.until(/^keys: !\nready$/m);
    expect(terminal.transcript()).toMatch(/^1\n2\n[\d\n]*\n2999\n3000\n\{"exitCode":3/);
    expect(output()).toBe(Array.from({ length: 3000 }, (_, index) => `${index + 1}\n`).join(""));
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("is on the terminal as far as 5,000 lines go, and says how many are not", async () => {
    const { terminal, quit, output } = await startPane("seq 1 20000");
    await terminal.until(ENDED);
    expect(terminal.transcript()).toMatch(/^… 1\d,?\d{3} earlier lines\n/);
    expect(terminal.transcript()).toContain("\n20000\n");
    expect(output()).toHaveLength(108_894);
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("keeps its colours on the terminal and loses them as text", async () => {
    const { terminal, quit, output } = await startPane(
      "printf '\\033[31mred\\033[0m \\033[1;48;5;200mpink\\033[0m\\tx\\n'",
    );
    await terminal.until(ENDED);
    expect(terminal.raw()).toContain("\x1b[31mred\x1b[0m");
    expect(terminal.raw()).toContain("\x1b[1;48;5;200mpink\x1b[0m");
    expect(output()).toBe("red pink\tx\n");
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("is seen while it comes, before the program ends", async () => {
    const { terminal, quit } = await startPane("printf 'name? '; read name; echo \"hello $name\"");
    await terminal.until("name?");
    await terminal.type("ada");
    await terminal.until("name? ada");
    await terminal.key("enter");
    await terminal.until(ENDED);
    expect(terminal.transcript()).toContain("name? ada\nhello ada\n");
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("reaches the terminal in nothing but text and colours", async () => {
    const hostile = String.raw`printf '\033]52;c;b3duZWQ=\a\033]0;owned\a\033[?1000h\033[?2004h\033[?1h\033P1$r\033\\a\342\200\256b\033[2J\033[3J\033[Hleft\033[?25l\033[?1049hother'`;
    const { terminal, quit, output } = await startPane(`${hostile}; sleep 0.2`);
    await terminal.until("other");
    await terminal.until(ENDED);
    await terminal.until(/^ready$/m);
    expect(terminal.raw()).not.toMatch(/\x1b\]|\x07|\x1bP|\x1b\[\?1000|\x1b\[\?1h|\x1b\[[23]J|\u202e/);
    expect(output()).toBe("a\u202ebleft");
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });
});

describe("a program in a pane", () => {
  test("gets Ctrl-C, and writ does not", async () => {
    const { terminal, quit } = await startPane(
      "trap 'echo caught; exit 7' INT; echo waiting; sleep 60 & wait",
    );
    await terminal.until("waiting");
    await terminal.key("ctrl-c");
    await terminal.until('{"exitCode":7,"signal":null');
    expect(terminal.transcript()).toContain("caught");
    expect(terminal.transcript()).not.toContain("interrupted");
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("gets every byte of every key, and none from before it or after", async () => {
    const { terminal, quit, output } = await startPane(
      "stty raw -echo; echo ready for keys; dd bs=1 count=11 2>/dev/null | od -An -c; stty sane",
    );
    await terminal.until("ready for keys");
    for (const key of ["ctrl-c", "ctrl-z", "ctrl-d", "up", "escape", "é", "ctrl-j", "x"])
      await terminal.key(key);
    await terminal.until(ENDED);
    await terminal.until(/^ready$/m);
    expect(output().trim().split("\n").at(-1)!.trim().split(/\s+/)).toEqual([
      "003",
      "032",
      "004",
      "033",
      "[",
      "A",
      "033",
      "303",
      "251",
      "\\n",
      "x",
    ]);
    await terminal.key("y");
    await terminal.until("keys: !y");
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("is told of a paste only if it asked", async () => {
    const { terminal, quit, output } = await startPane("cat");
    await terminal.paste("pasted");
    await terminal.until("pasted");
    await terminal.key("enter");
    await terminal.key("ctrl-d");
    await terminal.until(ENDED);
    expect(output()).toBe("pasted\npasted\n");
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("that is killed ends with its signal", async () => {
    const { terminal, quit } = await startPane("echo going; kill -KILL $$");
    await terminal.until('{"exitCode":null,"signal":"SIGKILL"');
    expect(terminal.transcript()).toContain("going");
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("is gone after writ was terminated, whatever it ignores", async () => {
    const { terminal, ending, pid, folder } = await startPane(
      "trap '' HUP INT TERM; echo $$ > $TMPDIR/pid; echo stubborn; while :; do sleep 1; done",
    );
    await terminal.until("stubborn");
    process.kill(pid(), "SIGTERM");
    expect(await ending()).toEqual({ code: 143, isRestored: true });
    expect(await isGone(join(folder, "pid"))).toBe(true);
  });

  test("is gone after writ crashed, and the terminal is as it was", async () => {
    const { terminal, ending, pid, folder } = await startPane(
      "trap '' HUP; echo $$ > $TMPDIR/pid; printf '\\033[?1049h'; echo full; while :; do sleep 1; done",
    );
    await terminal.until("full");
    process.kill(pid(), "SIGUSR2");
    expect(await ending()).toEqual({ code: 1, isRestored: true });
    expect(await isGone(join(folder, "pid"))).toBe(true);
  });

  test("is told the size of the pane, and of every other it gets", async () => {
    const { terminal, quit } = await startPane(
      "trap 'stty size' WINCH; stty size; while :; do read line && exit; done",
      { columns: 80, rows: 24 },
    );
    await terminal.until("23 80");
    terminal.resize(50, 12);
    await terminal.until("11 50");
    terminal.resize(120, 40);
    await terminal.until("39 120");
    await terminal.type("x");
    await terminal.key("enter");
    await terminal.until(ENDED);
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("is told that there are fewer colours where there are none", async () => {
    const { terminal, quit } = await startPane("echo $TERM $COLORTERM.; printf '\\033[31mred\\033[0m\\n'", {
      env: { NO_COLOR: "1", COLORTERM: "truecolor" },
    });
    await terminal.until(ENDED);
    expect(terminal.transcript()).toContain("xterm .\nred\n");
    expect(terminal.raw()).not.toContain("\x1b[31m");
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("can be a SHELL that is not there, which is said", async () => {
    const { terminal, quit } = await startPane("true", { env: { SHELL: "/no/such/shell" } });
    await terminal.until(/"exitCode":[1-9]/);
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });
});

describe("a full-screen program in a pane", () => {
  test.skipIf(!has("less"))("less: moves, is resized, and leaves nothing", async () => {
    const { terminal, quit, output } = await startPane("seq 1 500 | less");
    await terminal.until(/^22\n:$/m);
    await terminal.key("G");
    await terminal.until(/^500\n\(END\)/m);
    terminal.resize(60, 15);
    await terminal.until(/^479\n(?:\d+\n){12}:$/);
    await terminal.key("g");
    await terminal.until(/^13\n:$/m);
    await terminal.key("down");
    await terminal.until(/^14\n:$/m);
    await terminal.key("q");
    await terminal.until(ENDED);
    await terminal.until(/^ready$/m);
    expect(terminal.transcript()).toBe('{"exitCode":0,"signal":null,"cut":false}\nkeys: !\nready');
    expect(output()).toBe("");
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test.skipIf(!has("vi"))("vi: edits a file, is resized, and leaves nothing", async () => {
    const { terminal, quit, folder } = await startPane('vi -u NONE "$TMPDIR/file"');
    await terminal.until(/^~$/m);
    await terminal.key("i");
    await terminal.type("one");
    await terminal.key("enter");
    await terminal.type("two");
    terminal.resize(50, 12);
    await terminal.until((screen) => screen.split("\n").length <= 12 && /^one\ntwo *$/m.test(screen));
    await terminal.key("escape");
    await terminal.type(":wq");
    await terminal.key("enter");
    await terminal.until(ENDED);
    await terminal.until(/^ready$/m);
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("one\ntwo\n");
    expect(terminal.transcript()).not.toContain("~");
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test.skipIf(!has("top"))("top: draws by itself and ends by its key", async () => {
    const { terminal, quit } = await startPane("top -d 0.2");
    await terminal.until(/PID/);
    await terminal.key("q");
    await terminal.until(ENDED);
    await terminal.until(/^ready$/m);
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });
});
