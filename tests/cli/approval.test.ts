// The main job as a person does it: the real bin/writ in a real pseudo-terminal, stdin and stdout in pipes.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ModelServer, startModelServer } from "../support/model-server.ts";
import { openTerminal, type Terminal } from "../support/terminal.ts";

const SUM = `\`\`\`ts
import { num } from "writ";

/** Sum the numbers. */
export default function sum(input: Input) {
  let total = 0;
  for (const line of input.lines()) total += num(line);
  return total;
}
\`\`\`
`;
const KEYS = /y run · s save and run · n no/;

let home = "";
let server: ModelServer;
let terminal: Terminal | null = null;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "writ-home-"));
  server = await startModelServer([SUM]);
});
afterEach(async () => {
  terminal?.kill("SIGKILL");
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

function shell(line: string): Terminal {
  const script = `PATH="${resolve("bin")}:$PATH"; ${line}; echo "rc $?"`;
  const env = { HOME: home, OPENAI_BASE_URL: server.url, WRIT_MODEL: "scripted" };
  terminal = openTerminal("sh", ["-c", script], { env, columns: 80, rows: 30 });
  return terminal;
}

const out = () => readFileSync(join(home, "out"), "utf8");

describe("writ on a terminal, with its data in pipes", () => {
  test("shows the code, runs on y, and puts the result and nothing else on stdout", async () => {
    const screen = shell(`seq 1 100000 | writ "sum of the numbers" > ${home}/out`);
    await screen.until(KEYS);
    expect(screen.screen()).toContain("total += num(line)");
    expect(screen.screen()).toContain("sandbox   strong");
    expect(out()).toBe("");
    await screen.key("y");
    expect(await screen.exit).toBe(0);
    expect(screen.transcript()).toContain("rc 0");
    expect(out()).toBe("5000050000\n");
  });

  test("runs nothing on n, and ends with 126", async () => {
    const screen = shell(`seq 1 9 | writ "sum of the numbers" > ${home}/out`);
    await screen.until(KEYS);
    await screen.key("n");
    await screen.exit;
    expect(screen.transcript()).toContain("rc 126");
    expect(screen.transcript()).toContain("the draft was not approved: nothing ran");
    expect(out()).toBe("");
    expect(existsSync(join(home, ".local/state/writ/approvals"))).toBe(false);
  });

  test("does nothing on Enter but show the keys", async () => {
    const screen = shell(`seq 1 9 | writ "sum of the numbers" > ${home}/out`);
    await screen.until(KEYS);
    await screen.key("enter");
    await screen.until(/press y run/);
    expect(out()).toBe("");
    await screen.key("n");
    await screen.exit;
    expect(screen.transcript()).toContain("rc 126");
  });

  test("keeps the command on s, under the name that was typed", async () => {
    const screen = shell(`seq 1 9 | writ "sum of the numbers" > ${home}/out`);
    await screen.until(KEYS);
    await screen.key("s");
    await screen.until(/save as: sum-numbers/);
    await screen.key("ctrl-u");
    await screen.type("total");
    await screen.key("enter");
    await screen.exit;
    expect(out()).toBe("45\n");
    expect(readFileSync(join(home, ".local/share/writ/snippets/total.ts"), "utf8")).toContain(
      "total += num(line)",
    );
  });

  test("keeps nothing on s under the name of a command that ships with writ", async () => {
    const screen = shell(`seq 1 9 | writ "sum of the numbers" > ${home}/out`);
    await screen.until(KEYS);
    await screen.key("s");
    await screen.until(/save as: sum-numbers/);
    await screen.key("ctrl-u");
    await screen.type("top-values");
    await screen.key("enter");
    await screen.until("there is a command top-values already: choose another name");
    await screen.key("escape");
    await screen.key("n");
    await screen.exit;
    expect(existsSync(join(home, ".local/share/writ"))).toBe(false);
  });

  test("ends with 130 on Ctrl-C, nothing run", async () => {
    const screen = shell(`seq 1 9 | writ "sum of the numbers" > ${home}/out`);
    await screen.until(KEYS);
    await screen.key("ctrl-c");
    await screen.exit;
    expect(screen.transcript()).toContain("rc 130");
    expect(out()).toBe("");
  });

  test("asks again when a kept snippet changed, and saves nothing on n", async () => {
    const kept = `${home}/.local/share/writ/snippets/sum.ts`;
    const first = shell(
      `seq 1 9 | writ "sum of the numbers" --yes -q --save sum; echo >> ${kept}; seq 1 9 | writ run sum > ${home}/out`,
    );
    await first.until(/changed since it was approved/);
    await first.until(/y run/);
    await first.key("n");
    await first.exit;
    expect(first.transcript()).toContain("rc 126");
    expect(out()).toBe("");
  });

  test("draws records as a table where stdout is the terminal, with what is hidden made visible", async () => {
    const data = JSON.stringify({ name: "a\u001b[31mred", n: 1 });
    const screen = shell(`printf '%s\\n' '${data}' '{"name":"b","n":22}' | writ run select`);
    await screen.exit;
    expect(screen.transcript()).toMatch(/name +n\n/);
    expect(screen.transcript()).toContain("a\\u{1b}[31mred");
    expect(screen.raw()).not.toContain("\u001b[31mred");
  });
});
