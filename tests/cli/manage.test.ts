// Commands that change kept commands, as a person does it: the real bin/writ in a real pseudo-terminal.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startModelServer } from "../support/model-server.ts";
import { openTerminal, type Terminal } from "../support/terminal.ts";

const SUM = "```ts\nexport default function* two(input: Input) {\n  yield* input.lines().take(2);\n}\n```\n";

let home = "";
let terminal: Terminal | null = null;
const snippet = () => join(home, ".local/share/writ/snippets/two.ts");
const state = (path = "") => join(home, ".local/state/writ", path);
const writ = (line: string) =>
  execFileSync("/bin/sh", ["-c", line], { env: env(), stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "writ-home-"));
  // Approved and kept by hand: what a directive with a model leaves.
  const server = await startModelServer([SUM]);
  const asked = shell(
    `seq 9 | OPENAI_BASE_URL=${server.url} WRIT_MODEL=m writ "the first two" --yes -q --save two`,
  );
  expect(await asked.exit).toBe(0);
  await server.close();
});
afterEach(() => {
  terminal?.kill("SIGKILL");
  rmSync(home, { recursive: true, force: true });
});

function env(): Record<string, string> {
  return {
    PATH: `${resolve("bin")}:/usr/local/bin:/usr/bin:/bin`,
    HOME: home,
    EDITOR: join(home, "editor.sh"),
  };
}

function shell(line: string): Terminal {
  terminal = openTerminal("sh", ["-c", `${line}; echo "rc $?"`], { env: env(), columns: 90, rows: 30 });
  return terminal;
}

/** An editor that is a script: `$1` is the file. */
function editor(script: string): void {
  writeFileSync(join(home, "editor.sh"), `#!/bin/sh\n${script}\n`);
  chmodSync(join(home, "editor.sh"), 0o755);
}

async function ended(screen: Terminal): Promise<string> {
  await screen.exit;
  return screen.transcript();
}

describe("writ approve", () => {
  test("shows code, limits and sandbox, stores the yes with the limits typed, and runs nothing", async () => {
    writ("writ revoke two");
    const screen = shell("writ approve two --memory 300M");
    await screen.until("y approve · n no");
    expect(screen.screen()).toContain("input.lines().take(2)");
    expect(screen.screen()).toMatch(/kept +.*memory 300M/);
    expect(screen.screen()).toMatch(/sandbox +strong/);
    await screen.key("y");
    expect(await ended(screen)).toMatch(/two is approved: writ run two\nrc 0/);
    expect(JSON.parse(writ("writ approvals --json"))).toMatchObject([
      { name: "two", limits: { memoryBytes: 300 * 1024 * 1024 }, usedBy: "two" },
    ]);
    expect(writ("seq 9 | writ run two")).toBe("1\n2\n");
  });

  test("stores nothing on n, and ends with 126", async () => {
    writ("writ revoke two");
    const screen = shell("writ approve two");
    await screen.until("y approve · n no");
    await screen.key("s");
    await screen.until("it is a kept command already");
    await screen.key("n");
    expect(await ended(screen)).toContain("rc 126");
    expect(readdirSync(state("approvals"))).toEqual([]);
  });
});

describe("writ edit", () => {
  test("keeps what was written once it is approved", async () => {
    editor('sed -i "s/take(2)/take(3)/" "$1"');
    const screen = shell("writ edit two");
    await screen.until("y approve and keep · n no");
    expect(screen.screen()).toContain("take(3)");
    expect(readFileSync(snippet(), "utf8")).toContain("take(2)");
    await screen.key("d");
    await screen.until(/- {3}yield\* input.lines\(\).take\(2\)/);
    await screen.key("y");
    expect(await ended(screen)).toMatch(/two is kept as you edited it: writ run two\nrc 0/);
    expect(writ("seq 9 | writ run two")).toBe("1\n2\n3\n");
    expect(writ("writ show two")).toMatch(/approved +yes/);
  });

  test("leaves the command as it is on n, and puts what was written aside", async () => {
    editor('sed -i "s/take(2)/take(3)/" "$1"');
    const screen = shell("writ edit two");
    await screen.until("y approve and keep · n no");
    await screen.key("n");
    expect(await ended(screen)).toContain("rc 126");
    expect(writ("seq 9 | writ run two")).toBe("1\n2\n");
    const [aside] = readdirSync(state("removed"));
    expect(readFileSync(state(`removed/${aside}/snippets/two.ts`), "utf8")).toContain("take(3)");
  });

  test("says what the check refuses, and lets it be edited again", async () => {
    editor(
      'if grep -q fetch "$1"; then sed -i "s/fetch;//" "$1"; else sed -i "s/yield/fetch;yield/" "$1"; fi',
    );
    const screen = shell("writ edit two");
    await screen.until("n no · e edit");
    expect(screen.screen()).toContain("cannot be approved: ");
    await screen.key("y");
    await screen.until("it cannot be approved: ");
    await screen.key("e");
    await screen.until("y approve and keep");
    await screen.key("n");
    expect(await ended(screen)).toContain("rc 126");
  });

  test("says that nothing was changed, and asks nothing", async () => {
    editor(":");
    expect(await ended(shell("writ edit two"))).toMatch(/two was not changed\nrc 0/);
  });

  test("keeps other words of the directive without a question, for words do not run", async () => {
    editor('sed -i "s/^the first two$/the two first/" "$1"');
    const screen = shell("writ edit two --directive");
    expect(await ended(screen)).toMatch(/two is kept as you edited it: writ run two\nrc 0/);
    expect(writ("writ show two")).toMatch(/directive +the two first\n(?:.*\n)*approved +yes/);
    expect(writ("seq 9 | writ run two")).toBe("1\n2\n");
  });

  test("keeps no directive that cannot be read, and says where it is", async () => {
    editor('echo "no front matter" > "$1"');
    const screen = await ended(shell("writ edit two --directive"));
    expect(screen).toMatch(/what you wrote is in/);
    expect(screen).toContain("rc 2");
    expect(writ("seq 9 | writ run two")).toBe("1\n2\n");
  });

  test("says which editor could not be started", async () => {
    const screen = await ended(shell("EDITOR=no-such-editor writ edit two"));
    expect(screen).toContain('there is no editor "no-such-editor"');
    expect(screen).toContain("rc 2");
  });
});

describe("writ remove", () => {
  test("asks, and removes on y", async () => {
    const screen = shell("writ remove two");
    await screen.until("y remove · n no");
    expect(screen.screen()).toContain("Remove the command two and its approvals?");
    await screen.key("enter");
    await screen.until("press y remove · n no");
    await screen.key("y");
    expect(await ended(screen)).toMatch(/removed two \(1 approval taken back\)/);
    expect(existsSync(snippet())).toBe(false);
  });

  test("changes nothing on n", async () => {
    const screen = shell("writ remove two");
    await screen.until("y remove · n no");
    await screen.key("n");
    expect(await ended(screen)).toMatch(/you said no: nothing was changed\nrc 126/);
    expect(writ("seq 9 | writ run two")).toBe("1\n2\n");
  });
});
