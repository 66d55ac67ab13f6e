import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchFolder } from "./scratch-folder.ts";
import { openTerminal } from "./terminal.ts";

const sh = (script: string, options = {}) => openTerminal("sh", ["-c", script], options);

test("openTerminal gives a program whose stdin and stdout are pipes a controlling terminal", async () => {
  const out = join(scratchFolder("terminal"), "out");
  const terminal = sh(
    `seq 1 10 | sh -c 'printf "name? " > /dev/tty; read answer < /dev/tty; wc -l; echo "$answer"' | cat > ${out}`,
  );
  await terminal.until("name?");
  await terminal.type("ada");
  await terminal.key("enter");
  expect(await terminal.exit).toBe(0);
  expect(await readFile(out, "utf8")).toBe("10\nada\n");
});

test("until rejects with the screen as soon as the program ends", async () => {
  const terminal = sh("echo something else; exit 3");
  await expect(terminal.until("the wanted")).rejects.toThrow(/ended with 3[\s\S]*something else/);
});

test("exit is 128 plus the signal, after all output was seen", async () => {
  const flood = sh("seq 1 3000; echo END; kill -TERM $$");
  expect(await flood.exit).toBe(143);
  expect(flood.screen()).toContain("END");
  expect(flood.transcript()).toContain("\n1500\n");
});

test("openTerminal counts graphemes as terminals of today do", async () => {
  const terminal = sh("printf '👨‍👩‍👧x\\n'; cat");
  await terminal.until("x");
  expect(terminal.screen()).toBe("👨‍👩‍👧x");
  terminal.kill();
  await terminal.exit;
});

test("openTerminal starts a program with an environment made from scratch", async () => {
  const terminal = sh("env | cut -d= -f1 | sort | tr '\\n' ' '", { env: { ADDED: "1" } });
  await terminal.exit;
  expect(terminal.screen().trim().split(" ")).toEqual(["ADDED", "HOME", "LANG", "PATH", "PWD", "TERM"]);
});

test("resize tells the program", async () => {
  const terminal = sh("trap 'stty size' WINCH; echo ready; while :; do read line; done");
  await terminal.until("ready");
  terminal.resize(40, 15);
  await terminal.until("15 40");
  terminal.kill("SIGKILL");
  expect(await terminal.exit).toBe(137);
});
