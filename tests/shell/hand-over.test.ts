import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { bundleFixture } from "../support/bundle-fixture.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { openTerminal } from "../support/terminal.ts";
import { startLending } from "./lends.ts";

describe("the editor", () => {
  test("gets the terminal and every key, and its text comes back", async () => {
    const editor = 'printf "editing\\n"; read line < /dev/tty; echo "$line" > "$1"';
    const { terminal, quit } = await startLending({ EDITOR: "edit" }, { programs: { edit: editor } });
    await terminal.key("e");
    await terminal.until(/^editing$/m);
    expect(terminal.screen()).not.toContain("ready");
    const typed = "the quick brown fox jumps over it";
    await terminal.type(typed);
    await terminal.key("enter");
    await terminal.until(JSON.stringify({ kind: "edited", text: typed }));
    await terminal.until(/^keys: e\nready$/m);
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("reads the terminal alone, however often it is asked for", async () => {
    const editor = 'printf "editing\\n"; read line < /dev/tty; echo "$line" > "$1"';
    const { terminal, quit } = await startLending({ EDITOR: "edit" }, { programs: { edit: editor } });
    for (let round = 1; round <= 10; round++) {
      terminal.send("e");
      await terminal.until(() => terminal.transcript().split(/^editing$/m).length === round + 1);
      terminal.send(`round ${round}\r`);
      await terminal.until(JSON.stringify({ kind: "edited", text: `round ${round}` }));
      await terminal.until(/^ready$/m);
    }
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("is VISUAL before EDITOR, with its own arguments and a private file of the right kind", async () => {
    const editor =
      'ls -l "$2" > "$TMPDIR/listed"; echo "$@" > "$TMPDIR/called"; ls -ld "$(dirname "$2")" >> "$TMPDIR/listed"';
    const { terminal, folder, quit } = await startLending(
      { VISUAL: "edit --wait", EDITOR: "none" },
      { programs: { edit: editor } },
    );
    await terminal.key("e");
    await terminal.until('{"kind":"unchanged"}');
    expect(readFileSync(join(folder, "called"), "utf8")).toMatch(/^--wait \S+\.md\n$/);
    expect(readFileSync(join(folder, "listed"), "utf8")).toMatch(/^-rw------- .*\ndrwx------ /);
    expect(readdirSync(folder).filter((name) => name.startsWith("writ-edit"))).toEqual([]);
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test.each([
    ["is not there", "no-such-editor", 'there is no editor \\"no-such-editor\\": set VISUAL or EDITOR'],
    ["ends with an error", "false", 'the editor \\"false\\" ended with 1, so nothing was taken over'],
    ["removes the file", "rm", "the editor left no file"],
  ])("that %s changes nothing and says so", async (_, editor, detail) => {
    const { terminal, quit } = await startLending({ EDITOR: editor }, { columns: 200 });
    await terminal.key("e");
    await terminal.until('"kind":"failed"');
    expect(terminal.screen()).toContain(detail);
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("that is killed in the middle leaves no other screen, mode or hidden cursor behind", async () => {
    const editor = 'stty raw -echo < /dev/tty; printf "\\033[?1049h\\033[?25l\\033[?1hfull"; kill -KILL $$';
    const { terminal, quit } = await startLending({ EDITOR: "edit" }, { programs: { edit: editor } });
    await terminal.key("e");
    await terminal.until("ended with 137");
    await terminal.until(/^ready$/m);
    expect(terminal.screen()).not.toContain("full");
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("gets Ctrl-C for itself", async () => {
    const editor = 'trap "echo caught > $1" INT; echo editing; read line < /dev/tty; read line < /dev/tty';
    const { terminal, quit } = await startLending({ EDITOR: "edit" }, { programs: { edit: editor } });
    await terminal.key("e");
    await terminal.until(/^editing$/m);
    await terminal.key("ctrl-c");
    await terminal.key("enter");
    await terminal.key("enter");
    await terminal.until('"caught"');
    expect(terminal.transcript()).not.toContain("interrupted");
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });
});

describe("the pager", () => {
  test("shows everything, a page at a time", async () => {
    const { terminal, quit } = await startLending({ LINES_TO_PAGE: "3000", PAGER: "less" });
    await terminal.key("p");
    await terminal.until("line 23");
    await terminal.key("G");
    await terminal.until("line 3000");
    await terminal.key("q");
    await terminal.until('{"kind":"paged"}');
    await terminal.until(/^ready$/m);
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("that is left early is no failure, and the source is left too", async () => {
    const { terminal, quit } = await startLending({ LINES_TO_PAGE: "100000000", PAGER: "head -n 2" });
    await terminal.key("p");
    await terminal.until('{"kind":"paged"}');
    expect(terminal.transcript()).toContain("line 2\n");
    expect(terminal.transcript()).toContain("the source was left");
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("keeps the terminal until it is left, also where the source breaks off", async () => {
    const { terminal, quit } = await startLending({ LINES_TO_PAGE: "-1", PAGER: "less" });
    await terminal.key("p");
    await terminal.until("(END)");
    expect(terminal.screen()).not.toContain("ready");
    await terminal.key("q");
    await terminal.until("the source broke off");
    await terminal.until(/^ready$/m);
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });

  test("that is not there is said", async () => {
    const { terminal, quit } = await startLending({ PAGER: "no-such-pager" }, { columns: 200 });
    await terminal.key("p");
    await terminal.until('there is no pager \\"no-such-pager\\": set PAGER');
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });
});

describe("Ctrl-Z", () => {
  test("stops the job with the terminal as it was, and fg brings the scene back", async () => {
    const program = await bundleFixture("tests/shell/fixtures/lends.ts");
    const folder = scratchFolder("job");
    const terminal = openTerminal("bash", ["--norc", "--noprofile", "-i"], { env: { PS1: "$ " } });
    onTestFinished(() => terminal.kill("SIGKILL"));
    const line = async (text: string) => {
      terminal.send(`${text}\r`);
    };
    await terminal.until("$");
    await line(`stty -a > ${folder}/before; '${process.execPath}' '${program}'`);
    for (const round of [1, 2]) {
      await terminal.until((screen) => screen.trimEnd().endsWith("ready"));
      await terminal.key("x");
      await terminal.until(`keys: ${"x".repeat(round)}`);
      await terminal.key("ctrl-z");
      await terminal.until((screen) => /Stopped/.test(screen) && screen.trimEnd().endsWith("$"));
      expect(terminal.screen()).not.toContain("ready");
      await line(`stty -a > ${folder}/stopped${round}; clear; fg`);
    }
    await terminal.until((screen) => screen.trimEnd().endsWith("keys: xx\nready"));
    await terminal.key("q");
    await line(`stty -a > ${folder}/after; clear; echo ended $?`);
    await terminal.until("ended 0");
    const settings = ["before", "stopped1", "stopped2", "after"].map((name) =>
      readFileSync(join(folder, name), "utf8"),
    );
    expect(new Set(settings).size).toBe(1);
  });

  test("does nothing where nobody controls jobs", async () => {
    const { terminal, quit } = await startLending();
    await terminal.key("ctrl-z");
    await terminal.key("x");
    await terminal.until(/^keys: x\nready$/m);
    expect(await quit()).toEqual({ code: 0, isRestored: true });
  });
});

test.each([
  ["a termination", "SIGTERM", 143],
  ["a crash", "SIGUSR2", 1],
] as const)("after %s the terminal is as it was", async (_, signal, code) => {
  const { ending, pid } = await startLending();
  process.kill(pid(), signal);
  expect(await ending()).toEqual({ code, isRestored: true });
});
