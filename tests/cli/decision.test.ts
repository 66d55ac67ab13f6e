// Changing a draft before it runs, as a person does it: the real bin/writ in a real pseudo-terminal, an editor
// that is a script, and a model that answers from one.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ModelServer, type ScriptedReply, startModelServer } from "../support/model-server.ts";
import { openTerminal, type Terminal } from "../support/terminal.ts";

const code = (expression: string) => `/** Count lines. */
export default function count(input: Input) {
  let total = 0;
  for (const line of input.lines()) total += line.length > 0 ? 1 : 0;
  return ${expression};
}
`;
const reply = (expression: string) => `\`\`\`ts\n${code(expression)}\`\`\`\n`;

const KEYS = "y run · s save and run · n no · e edit · r revise";
const WITH_DIFF = "y run · s save · n no · e edit · r revise · d diff · t try · w want · x explain";

let home = "";
let server: ModelServer | null = null;
let terminal: Terminal | null = null;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "writ-home-"));
});
afterEach(async () => {
  terminal?.kill("SIGKILL");
  await server?.close();
  rmSync(home, { recursive: true, force: true });
});

/** An editor: a shell script that gets the file's name as its first argument. */
function editor(script: string): string {
  const path = join(home, "editor");
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

async function ask(
  replies: readonly (ScriptedReply | string)[],
  env: Record<string, string> = {},
  directive = "count the lines",
) {
  server = replies.length > 0 ? await startModelServer(replies) : null;
  const model = server === null ? {} : { OPENAI_BASE_URL: server.url, WRIT_MODEL: "scripted" };
  const script = `PATH="${resolve("bin")}:$PATH"; stty -a > ${home}/before; seq 1 9 | writ "${directive}" > ${home}/out; echo "rc $?"; stty -a > ${home}/after`;
  terminal = openTerminal("sh", ["-c", script], {
    env: { HOME: home, ...model, ...env },
    columns: 80,
    rows: 40,
  });
  await terminal.until(server === null ? "y run" : KEYS);
  return terminal;
}

const read = (name: string) => readFileSync(join(home, name), "utf8");

describe("e", () => {
  test("opens the draft in the editor, and what runs is what it left, once it was approved", async () => {
    const screen = await ask([reply("total")], {
      EDITOR: editor('sed -i "s/return total/return total * 2/" "$1"'),
    });
    await screen.key("e");
    await screen.until("return total * 2;");
    await screen.until(`drafted by scripted at ${new URL(server!.url).host}, edited by you`);
    await screen.until(WITH_DIFF);
    expect(read("out")).toBe("");
    await screen.key("y");
    await screen.exit;
    expect(read("out")).toBe("18\n");
    expect(screen.transcript()).toContain("edited by you: 1 line added, 1 removed");
    expect(read("after")).toBe(read("before"));
  });

  test("has the edited draft checked: what the check refuses cannot be run, and can be edited on", async () => {
    const script =
      'if grep -q eval "$1"; then sed -i "s/eval(.*)/7/" "$1"; else sed -i "s/return total/return eval(\\"1\\")/" "$1"; fi';
    const screen = await ask([reply("total")], { EDITOR: editor(script) });
    await screen.key("e");
    await screen.until("cannot be approved: the check refused the draft");
    await screen.until(/^n no · e edit · r revise · d diff/m);
    await screen.key("y");
    await screen.until("it cannot be approved: the check refused");
    await screen.key("e");
    await screen.until("return 7;");
    await screen.until(WITH_DIFF);
    await screen.key("y");
    await screen.exit;
    expect(read("out")).toBe("7\n");
  });

  test.each([
    ["that changes nothing", "true", "nothing was changed in the editor"],
    ["that fails", "exit 3", "ended with 3, so nothing was taken"],
    ["that leaves nothing", ': > "$1"', "the editor left nothing: the draft is as it was"],
  ])("with an editor %s comes back to the question and says so", async (_, script, notice) => {
    const screen = await ask([reply("total")], { VISUAL: editor(script) });
    await screen.key("e");
    await screen.until((text) => text.replaceAll("\n", " ").includes(notice));
    await screen.until(KEYS);
    await screen.key("n");
    await screen.exit;
    expect(screen.transcript()).toContain("rc 126");
    expect(read("after")).toBe(read("before"));
  });

  test("gives the editor the terminal whole: it reads keys, Ctrl-C is its own, and nothing of it is left", async () => {
    const script = `trap 'echo caught > "$HOME/caught"' INT
stty -a < /dev/tty | grep -q -- '-icanon' && echo raw > "$HOME/raw"
echo EDITING > /dev/tty
read -r answer < /dev/tty; read -r answer < /dev/tty
sed -i "s/return total/return $answer/" "$1"`;
    const screen = await ask([reply("total")], { EDITOR: editor(script) });
    await screen.key("e");
    await screen.until("EDITING");
    await screen.key("ctrl-c");
    await screen.type("77\r");
    await screen.type("77\r");
    await screen.until("return 77;");
    // The second line's end went to the question, where it makes the keys stand out, on two rows.
    await screen.until(/w want · x explain/);
    await screen.key("y");
    await screen.exit;
    expect(read("out")).toBe("77\n");
    expect(readdirSync(home)).not.toContain("raw");
    expect(read("caught")).toBe("caught\n");
  });
});

describe("a signal while the editor is open", () => {
  test("ends the editor first, and leaves nothing of it: no file, no mouse reporting", async () => {
    const script = `trap 'echo ended > "$HOME/ended"; exit 0' HUP
printf '\\033[?1000h' > /dev/tty
echo EDITING > /dev/tty
while :; do read -r answer < /dev/tty; done`;
    mkdirSync(join(home, "scratch"));
    const screen = await ask([reply("total")], { EDITOR: editor(script), TMPDIR: join(home, "scratch") });
    await screen.key("e");
    await screen.until("EDITING");
    // The last of the pipe.
    const children = readFileSync(`/proc/${screen.pid}/task/${screen.pid}/children`, "utf8");
    process.kill(Number(children.trim().split(" ").at(-1)), "SIGTERM");
    await screen.exit;
    expect(screen.transcript()).toContain("rc 143");
    expect(read("ended")).toBe("ended\n");
    expect(readdirSync(join(home, "scratch"))).toEqual([]);
    expect(screen.raw().lastIndexOf("\x1b[?1000;")).toBeGreaterThan(screen.raw().lastIndexOf("\x1b[?1000h"));
    expect(read("after")).toBe(read("before"));
  });
});

describe("r", () => {
  test("sends the draft and the words to the model, and asks about what comes back", async () => {
    const screen = await ask([reply("total"), reply("total * 3")]);
    await screen.key("r");
    await screen.until("change: ");
    await screen.type("three times that");
    await screen.key("enter");
    await screen.until("return total * 3;");
    await screen.until(WITH_DIFF);
    await screen.key("y");
    await screen.exit;
    expect(read("out")).toBe("27\n");
    const messages = server!.requests[1]!.body.messages!;
    expect(messages.at(-2)).toEqual({
      role: "assistant",
      content: `\`\`\`ts\n${code("total").trim()}\n\`\`\``,
    });
    expect(messages.at(-1)!.content).toContain("three times that");
    expect(screen.transcript()).toContain("revise: three times that");
  });

  test("does nothing without words, and Esc goes back", async () => {
    const screen = await ask([reply("total")]);
    await screen.key("r");
    await screen.key("enter");
    await screen.until("say what to change, in your words");
    await screen.key("escape");
    await screen.until(KEYS);
    expect(server!.requests).toHaveLength(1);
    await screen.key("n");
    await screen.exit;
  });

  test("keeps the draft where the model breaks off", async () => {
    const screen = await ask([
      reply("total"),
      { kind: "stream-error", text: "```ts\nexport", message: "overloaded" },
    ]);
    await screen.key("r");
    await screen.type("more");
    await screen.key("enter");
    await screen.until("the draft is as it was:");
    await screen.until(KEYS);
    await screen.key("y");
    await screen.exit;
    expect(read("out")).toBe("9\n");
  });

  test("without a model says so and stays", async () => {
    const screen = await ask([], {}, "the ten most frequent lines");
    expect(screen.screen()).not.toContain("r revise");
    await screen.key("r");
    await screen.until("no model is configured");
    await screen.key("n");
    await screen.exit;
    expect(screen.transcript()).toContain("rc 126");
  });
});

describe("d and /", () => {
  test("d shows what a revision changed, by signs, and goes back to the code", async () => {
    const screen = await ask([reply("total"), reply("total + 1")]);
    await screen.key("d");
    await screen.until("there is no earlier draft to compare with");
    await screen.key("r");
    await screen.type("one more");
    await screen.key("enter");
    await screen.until(WITH_DIFF);
    await screen.key("d");
    const diff = await screen.until("│ +   return total + 1;");
    expect(diff).toContain("│ -   return total;");
    await screen.key("d");
    await screen.until(/│ {3}return total \+ 1;/);
    await screen.key("y");
    await screen.exit;
    expect(read("out")).toBe("10\n");
  });

  test("/ goes to the next match with n, which decides nothing meanwhile", async () => {
    const screen = await ask([reply("total")]);
    await screen.type("/TOTAL");
    await screen.key("enter");
    await screen.until("not found");
    await screen.key("ctrl-u");
    await screen.type("total");
    await screen.key("enter");
    await screen.until('"total" 1 of 3 · n next · N previous');
    await screen.key("n");
    await screen.until('"total" 2 of 3');
    await screen.type("nn");
    await screen.until('"total" 1 of 3');
    await screen.key("N");
    await screen.until('"total" 3 of 3');
    await screen.type("y");
    await screen.key("escape");
    await screen.until(KEYS);
    expect(read("out")).toBe("");
    await screen.key("y");
    await screen.exit;
    expect(read("out")).toBe("9\n");
  });
});
