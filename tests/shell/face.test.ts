import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { bundleFixture } from "../support/bundle-fixture.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { openTerminal, type Terminal, type TerminalOptions } from "../support/terminal.ts";
import { CODE } from "./canned.ts";

let program: string;
let folder: string;
beforeAll(async () => {
  program = `'${process.execPath}' '${await bundleFixture("tests/shell/fixtures/asks.ts")}'`;
  folder = scratchFolder("face");
});

function sh(script: string, options: TerminalOptions = {}): Terminal {
  const terminal = openTerminal("sh", ["-c", script], options);
  onTestFinished(() => terminal.kill("SIGKILL"));
  return terminal;
}

/** The program with the terminal's settings noted before and after it and by itself; its stdout in a file. */
async function ask(env: Record<string, string> = {}, options: TerminalOptions = {}) {
  const at = await mkdtemp(join(folder, "run-"));
  const stty = (when: string) => `stty -a < /dev/tty > ${at}/${when}`;
  const terminal = sh(`${stty("before")}; ${program} > ${at}/out; code=$?; ${stty("after")}; exit $code`, {
    ...options,
    env: { ...env, STTY: `${at}/released` },
  });
  const read = (name: string) => readFile(join(at, name), "utf8");
  return {
    terminal,
    /** The program's answer, its exit code, and whether the terminal is as it was, and was at release. */
    async ending() {
      const code = await terminal.exit;
      const out = (await read("out")).trimEnd();
      const settings = await Promise.all(["before", "after", ...(out === "" ? [] : ["released"])].map(read));
      return { code, isRestored: new Set(settings).size === 1 && isCursorShown(terminal), out };
    },
  };
}

function isCursorShown(terminal: Terminal): boolean {
  return terminal.raw().lastIndexOf("\x1b[?25h") >= terminal.raw().lastIndexOf("\x1b[?25l");
}

async function childOf(terminal: Terminal): Promise<number> {
  return Number.parseInt(await readFile(`/proc/${terminal.pid}/task/${terminal.pid}/children`, "utf8"), 10);
}

const KEYS = "y run · s save and run · n no";

describe("decide", () => {
  test.each([
    [["y"], { kind: "yes" }, "approved: run"],
    [["n"], { kind: "no" }, "not approved: nothing ran"],
    [["q"], { kind: "no" }, "not approved: nothing ran"],
    [["escape"], { kind: "no" }, "not approved: nothing ran"],
    [["s", "enter"], { kind: "save", name: "top-addresses" }, "approved: run, and save as top-addresses"],
    [["s", "escape", "y"], { kind: "yes" }, "approved: run"],
    [
      ["s", "ctrl-u", "b", "u", "s", "y", "enter"],
      { kind: "save", name: "busy" },
      "approved: run, and save as busy",
    ],
    [["enter", "enter", "x", "down", "y"], { kind: "yes" }, "approved: run"],
  ])("on %j answers %j, leaves a record and the terminal as it was", async (keys, answer, record) => {
    const { terminal, ending } = await ask();
    await terminal.until(KEYS);
    for (const key of keys) await terminal.key(key);
    expect(await ending()).toEqual({ code: 0, isRestored: true, out: JSON.stringify(answer) });
    const left = terminal.transcript();
    expect(left.split("\n").at(-1)).toBe(record);
    expect(left).toContain("const totals = new Map<string, number>();");
    expect(left).toContain("warning: the name is never used");
    expect(left).not.toContain("save and run");
  });

  test("shows the keys again on Enter, and decides nothing", async () => {
    const { terminal, ending } = await ask();
    await terminal.until(KEYS);
    await terminal.key("enter");
    await terminal.until(" press y run · s save and run · n no");
    await terminal.key("n");
    expect(await ending()).toMatchObject({ out: '{"kind":"no"}', isRestored: true });
  });

  test("asks again for a name that a command cannot have", async () => {
    const { terminal, ending } = await ask();
    await terminal.until(KEYS);
    await terminal.type("sX");
    await terminal.until("save as: X");
    await terminal.key("enter");
    await terminal.until("a name is 1 to 64 lower-case letters");
    await terminal.key("backspace");
    await terminal.type("busiest");
    await terminal.key("enter");
    expect(await ending()).toMatchObject({ out: '{"kind":"save","name":"busiest"}' });
  });

  test("drops keys that were typed before the program had the terminal", async () => {
    const { terminal, ending } = await ask();
    terminal.send("yyy\r");
    await terminal.until(KEYS);
    await terminal.key("n");
    expect(await ending()).toMatchObject({ out: '{"kind":"no"}', isRestored: true });
  });

  test("drops keys that were typed while the draft came in", async () => {
    const hold = join(await mkdtemp(join(folder, "hold-")), "go");
    const { terminal, ending } = await ask({ EVENTS: "1", HOLD: hold });
    await terminal.until("Esc stops");
    await terminal.type("yy");
    await terminal.key("enter");
    await writeFile(hold, "");
    await terminal.until(KEYS);
    await terminal.key("n");
    expect(await ending()).toMatchObject({ out: '{"kind":"no"}', isRestored: true });
  });

  test("takes no key from a paste", async () => {
    const { terminal, ending } = await ask();
    await terminal.until(KEYS);
    await terminal.paste("y");
    await terminal.key("enter");
    await terminal.until(" press y run");
    await terminal.key("n");
    expect(await ending()).toMatchObject({ out: '{"kind":"no"}' });
  });

  test("takes Ctrl-C for an interrupt, and answers no", async () => {
    const { terminal, ending } = await ask();
    await terminal.until(KEYS);
    await terminal.key("ctrl-c");
    expect(await ending()).toEqual({ code: 130, isRestored: true, out: '{"kind":"no"}' });
    expect(terminal.transcript().split("\n").at(-1)).toBe("not approved: nothing ran");
  });

  test("asks before a sample goes to a host", async () => {
    const { terminal, ending } = await ask({ ASK: "consent" });
    const screen = await terminal.until("y send · n names and types only");
    expect(screen).toContain("Send a sample of the input to models.example.com?");
    expect(screen).toContain("It is 20 records, 3K; replaced: 9 x e-mail address.");
    await terminal.key("y");
    expect(await ending()).toMatchObject({ out: '{"kind":"yes"}', isRestored: true });
  });

  test("leaves no record when quiet", async () => {
    const { terminal, ending } = await ask({ QUIET: "1" });
    await terminal.until(KEYS);
    await terminal.key("y");
    expect(await ending()).toMatchObject({ out: '{"kind":"yes"}' });
    expect(terminal.transcript()).toBe("");
  });
});

describe("the terminal", () => {
  test("is where the question is asked while stdin and stdout are pipes", async () => {
    const out = join(await mkdtemp(join(folder, "pipe-")), "out");
    const terminal = sh(`seq 1 10 | ${program} | cat > ${out}`);
    await terminal.until(KEYS);
    await terminal.key("y");
    expect(await terminal.exit).toBe(0);
    expect(await readFile(out, "utf8")).toBe('{"kind":"yes"}\n');
    expect(terminal.raw()).not.toContain('{"kind"');
  });

  test("is the only place that gets escape sequences, stderr does not", async () => {
    const errors = join(await mkdtemp(join(folder, "stderr-")), "errors");
    const terminal = sh(`${program} 2> ${errors}`);
    await terminal.until(KEYS);
    await terminal.key("y");
    expect(await terminal.exit).toBe(0);
    expect(await readFile(errors, "utf8")).toBe("");
  });

  test.each([
    ["a termination", "SIGTERM", 143],
    ["a crash", "SIGUSR2", 1],
  ] as const)("is as it was after %s in the middle of the question", async (_, signal, code) => {
    const { terminal, ending } = await ask();
    await terminal.until(KEYS);
    process.kill(await childOf(terminal), signal);
    expect(await ending()).toEqual({ code, isRestored: true, out: "" });
  });

  test("gets no colours with NO_COLOR, and the sixteen of its theme without", async () => {
    const [plain, coloured] = [await ask({ NO_COLOR: "1" }), await ask()];
    for (const { terminal, ending } of [plain, coloured]) {
      await terminal.until(KEYS);
      await terminal.key("n");
      await ending();
    }
    expect(plain.terminal.raw()).not.toMatch(/\x1b\[[\d;]*m/);
    expect(coloured.terminal.raw()).toMatch(/\x1b\[32m/);
    expect(coloured.terminal.raw()).not.toMatch(/\x1b\[[34]8;/);
  });

  test.each([
    ["is dumb", "TERM=dumb", ""],
    ["is not there", "", "setsid -w "],
  ])("gets no question where it %s", async (_, variable, prefix) => {
    const terminal = sh(`${variable} ${prefix}${program}`);
    expect(await terminal.exit).toBe(0);
    expect(terminal.screen()).toBe("no terminal");
  });

  test("shows code in colours of the sixteen, while it is decided on and in the record", async () => {
    const { terminal, ending } = await ask();
    await terminal.until(KEYS);
    await terminal.until(() => terminal.raw().includes("\x1b[35mconst"));
    const before = terminal.raw().length;
    await terminal.key("y");
    await ending();
    expect(terminal.raw().slice(before)).toContain("\x1b[35mconst");
  });

  test("shows the same question after it was resized, with nothing left behind", async () => {
    const { terminal, ending } = await ask({}, { columns: 100, rows: 50 });
    await terminal.until(KEYS);
    terminal.resize(60, 45);
    await terminal.until(
      (screen) => screen.includes("n\n      = 10 }: { n?: number }) {") && screen.includes(KEYS),
    );
    terminal.resize(120, 40);
    await terminal.until(
      (screen) => screen.includes("{ n = 10 }: { n?: number }) {\n") && screen.includes(KEYS),
    );
    expect(terminal.transcript().match(/drafted by/g)).toHaveLength(1);
    await terminal.key("y");
    await ending();
    expect(terminal.transcript().match(/drafted by/g)).toHaveLength(1);
    expect(terminal.transcript()).not.toContain("save and run");
  });

  test.each([
    [40, 15],
    [10, 3],
  ])(
    "of %i columns and %i rows shows the decision and all of the code by scrolling",
    async (columns, rows) => {
      const { terminal, ending } = await ask({ LONG: "9" }, { columns, rows });
      await terminal.until(/^y.*n/m);
      const seen = new Set<string>();
      const first = terminal.screen();
      await terminal.key("G");
      const last = await terminal.until((screen) => screen !== first);
      await terminal.key("g");
      await terminal.until(first);
      while (terminal.screen() !== last) {
        const before = terminal.screen();
        for (const row of before.split("\n")) seen.add(row);
        await terminal.key("down");
        await terminal.until((screen) => screen !== before || screen === last);
      }
      for (let number = 1; number <= 9; number++) {
        expect([...seen].some((row) => row.startsWith(`${number} │ `))).toBe(true);
      }
      await terminal.key("n");
      expect(await ending()).toMatchObject({ isRestored: true, out: '{"kind":"no"}' });
    },
  );

  test("gets nothing raw from hostile text, before or after the decision", async () => {
    const { terminal, ending } = await ask({ ASK: "hostile" }, { columns: 200, rows: 50 });
    const screen = await terminal.until(KEYS);
    expect(screen).toContain("\\u{1b}]52;c;b3duZWQ=\\u{7}");
    await terminal.key("y");
    await ending();
    expect(terminal.raw()).not.toMatch(/\x1b\]|\x07|\x1b\[2J|[\x80-\x9f\u200b\u202e]/);
  });
});

describe("long code", () => {
  test("is moved through by keys, and says how much is not shown", async () => {
    const { terminal, ending } = await ask({ LONG: "500" });
    await terminal.until("line1 =");
    await terminal.until(KEYS);
    expect(terminal.screen()).toMatch(/── rows 1-\d+ of 502: \d+ more below ──/);
    await terminal.key("G");
    await terminal.until("line500 =");
    await terminal.key("pageup");
    await terminal.until((screen) => !screen.includes("line500 ="));
    await terminal.key("home");
    await terminal.until("line1 =");
    await terminal.type("jj");
    await terminal.until((screen) => !screen.includes("line2 ="));
    await terminal.key("up");
    await terminal.until("line2 =");
    await terminal.key("y");
    expect(await ending()).toMatchObject({ isRestored: true, out: '{"kind":"yes"}' });
    expect(terminal.transcript()).toContain("500 │ const line500 = 0;\napproved: run");
  });
});

describe("a draft that comes in", () => {
  test("is shown as it comes, and gives way to the question", async () => {
    const hold = join(await mkdtemp(join(folder, "hold-")), "go");
    const { terminal, ending } = await ask({ EVENTS: "1", HOLD: hold });
    const screen = await terminal.until("│     yield { address, total };");
    expect(screen).toContain("drafting with small at 127.0.0.1:8080");
    await writeFile(hold, "");
    await terminal.until(KEYS);
    await terminal.key("y");
    await ending();
    const left = terminal.transcript();
    expect(left.split("\n")[0]).toBe("repairing (1 of 1 at most): types failed");
    expect(left).not.toContain("drafting with");
    expect(left.split("yield { address, total };")).toHaveLength(2);
    expect(CODE).toContain("yield { address, total };");
  });

  test("stays with its findings where nobody is asked about it", async () => {
    const { terminal, ending } = await ask({ EVENTS: "1", ASK: "nothing" });
    expect(await ending()).toEqual({ code: 0, isRestored: true, out: "null" });
    expect(terminal.transcript()).toContain("14 │ }\nchecks    safety passed · types passed");
    expect(terminal.transcript()).toMatch(/^repairing \(1 of 1 at most\): types failed\ndrafted by/);
  });

  test("leaves the record of a decision that was recorded, once, as if it were made now", async () => {
    const asked = await ask({ EVENTS: "1" });
    await asked.terminal.until(KEYS);
    await asked.terminal.key("y");
    await asked.ending();
    const replayed = await ask({ EVENTS: "1", REPLAY: "1", ASK: "nothing" });
    expect(await replayed.ending()).toMatchObject({ code: 0, isRestored: true });
    const withoutFindings = (text: string) => text.split("\n").filter((row) => !/^ +│ /.test(row));
    expect(withoutFindings(replayed.terminal.transcript())).toEqual(
      withoutFindings(asked.terminal.transcript()),
    );
    expect(replayed.terminal.transcript()).toMatch(/approved: run$/);
  });

  test.each(["escape", "ctrl-c"])("is stopped by %s", async (key) => {
    const { terminal, ending } = await ask({ EVENTS: "1", HOLD: join(folder, "never") });
    await terminal.until("Esc stops");
    await terminal.key(key);
    expect(await ending()).toEqual({ code: 130, isRestored: true, out: '"interrupted"' });
  });
});
