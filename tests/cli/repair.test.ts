// A run that fails and is mended, as a person does it: the real bin/writ in a real pseudo-terminal, its input and
// output pipes or files, and a model that answers from a script.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ModelServer, type ScriptedReply, startModelServer } from "../support/model-server.ts";
import { openTerminal, type Terminal } from "../support/terminal.ts";

const reply = (body: string) => `\`\`\`ts
/** Sum the numbers. */
export default function* sum(input: Input) {
  let total = 0;
  for (const line of input.lines()) {
${body}
  }
  yield total;
}
\`\`\`
`;
const FAILS = reply(`    if (line.startsWith("x")) throw new Error("odd line: " + line);
    total += Number(line);`);
const WORKS = reply('    total += Number(line.replace(/^x/, ""));');
const FAILS_LATE = reply(`    if (line.startsWith("x")) throw new Error("odd line: " + line);
    yield total += Number(line);`);

const KEYS = "r repair with the model · n leave it";

let home = "";
let server: ModelServer | null = null;
let terminal: Terminal | null = null;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "writ-repair-"));
});
afterEach(async () => {
  terminal?.kill("SIGKILL");
  await server?.close();
  rmSync(home, { recursive: true, force: true });
});

/** `line` is a shell line in which `writ` is asked; its exit code ends up in `rc`. */
async function ask(replies: readonly (ScriptedReply | string)[], line: string) {
  server = await startModelServer(replies);
  const script = `PATH="${resolve("bin")}:$PATH"; cd ${home}; set -o pipefail; stty -a > before; ${line}; echo "rc $?"; stty -a > after`;
  const env = { HOME: home, OPENAI_BASE_URL: server.url, WRIT_MODEL: "scripted" };
  terminal = openTerminal("bash", ["-c", script], { env, columns: 90, rows: 40 });
  await terminal.until("y run");
  return terminal;
}

const read = (name: string) => readFileSync(join(home, name), "utf8");
/** The odd line is beyond what is sampled, so that it is known only by failing on it. */
const INPUT = "(seq 1 100000; echo x5)";
const SUM = "5000050005\n";

test("a run that fails on a pipe is mended and sees the same bytes from their start", async () => {
  const screen = await ask(
    [FAILS, WORKS],
    `${INPUT} | writ "sum of the numbers" --events=events | cat > out`,
  );
  await screen.key("y");
  await screen.until("the run failed: ");
  await screen.until("What it may have written stays written");
  await screen.until(KEYS);
  await screen.key("r");
  await screen.until("repairing (1 of 3 at most): ");
  await screen.until('replace(/^x/, "")');
  await screen.until("y run");
  await screen.key("y");
  expect(await screen.exit).toBe(0);
  expect(screen.transcript()).toContain("rc 0");
  expect(read("out")).toBe(SUM);
  expect(read("after")).toBe(read("before"));
  const types = read("events")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).type);
  expect(types.filter((type) => ["started", "finished", "repairing"].includes(type))).toEqual([
    "started",
    "finished",
    "repairing",
    "started",
    "finished",
  ]);
});

test("the model is sent the code and the error, redacted, and no more of the input", async () => {
  const input = "(seq 1 100000; echo 'x5 ada@example.com')";
  const screen = await ask([FAILS, WORKS], `${input} | writ "sum of the numbers" > out`);
  await screen.key("y");
  await screen.until(KEYS);
  await screen.key("r");
  await screen.until("y run");
  await screen.key("n");
  await screen.exit;
  const sent = server!.requests[1]!.body.messages!.at(-1)!.content;
  expect(sent).toContain("odd line: x5 <EMAIL_1>");
  expect(JSON.stringify(server!.requests[1]!.body)).not.toContain("99999");
  expect(screen.transcript()).toContain("rc 1");
});

test("a file is read again, and a result in a file that nothing was written to needs no warning", async () => {
  writeFileSync(join(home, "in.txt"), "1\n2\nx5\n");
  const screen = await ask([FAILS, WORKS], 'writ "sum of the numbers" in.txt > out');
  await screen.key("y");
  const offer = await screen.until(KEYS);
  expect(offer).not.toContain("stays written");
  await screen.key("r");
  await screen.until('replace(/^x/, "")');
  await screen.until("y run");
  await screen.key("y");
  await screen.exit;
  expect(screen.transcript()).not.toContain("stdout has");
  expect(read("out")).toBe("8\n");
});

test("what was written already stays, and is said", async () => {
  const screen = await ask([FAILS_LATE, WORKS], `${INPUT} | writ "sum of the numbers" >> out`);
  await screen.key("y");
  await screen.until("What it wrote stays written; the new run writes from the beginning");
  await screen.until(KEYS);
  await screen.key("r");
  await screen.until('replace(/^x/, "")');
  await screen.until("y run");
  await screen.key("y");
  await screen.exit;
  expect(screen.transcript().replace(/\s+/g, " ")).toMatch(
    /stdout has [\d.]+K of the failed run before this result/,
  );
  expect(read("out").startsWith("1\n3\n6\n")).toBe(true);
  expect(read("out").endsWith(SUM)).toBe(true);
});

test.each([
  ["n", "n", "rc 1"],
  ["Esc", "escape", "rc 1"],
  ["Ctrl-C", "ctrl-c", "rc 130"],
])("%s leaves the failed run as it is", async (_, key, code) => {
  const screen = await ask([FAILS], `${INPUT} | writ "sum of the numbers" > out`);
  await screen.key("y");
  await screen.until(KEYS);
  await screen.key(key);
  await screen.exit;
  expect(screen.transcript()).toContain(code);
  expect(server!.requests).toHaveLength(1);
  expect(read("after")).toBe(read("before"));
});

test("a stream that was longer than what is put aside is not offered, and that is said", async () => {
  const line = `(seq 1 100000; yes 7 | head -c 70000000; echo x5) | writ "sum of the numbers" > out`;
  const screen = await ask([FAILS], line);
  await screen.key("y");
  await screen.until("it cannot be repaired and run again: it was longer than 64M");
  await screen.exit;
  expect(screen.transcript()).toContain("rc 1");
});

test("nothing is offered under --yes", async () => {
  server = await startModelServer([FAILS, WORKS]);
  const script = `cd ${home}; ${INPUT} | ${resolve("bin/writ")} "sum of the numbers" --yes > out; echo "rc $?"`;
  const env = { HOME: home, OPENAI_BASE_URL: server.url, WRIT_MODEL: "scripted" };
  terminal = openTerminal("sh", ["-c", script], { env });
  await terminal.exit;
  expect(terminal.transcript()).toContain("rc 1");
  expect(terminal.transcript()).not.toContain("repair");
  expect(server.requests).toHaveLength(1);
});

test.each([
  ["while nothing has come", { kind: "silent" } as const, "drafting with"],
  ["in the middle of the reply", { kind: "hang", text: "```ts\nexport default" } as const, "export default"],
  [
    "while it waits before it asks again",
    { kind: "error", status: 429, message: "slow", headers: { "retry-after": "50" } } as const,
    "rate limited: waiting 50 s, attempt 2 of 4",
  ],
])("Esc and Ctrl-C stop a draft %s with 130", async (_, script, moment) => {
  for (const key of ["escape", "ctrl-c"]) {
    server = await startModelServer([script]);
    const env = { HOME: home, OPENAI_BASE_URL: server.url, WRIT_MODEL: "scripted" };
    const line = `seq 9 | ${resolve("bin/writ")} "sum of the numbers" > ${home}/out; echo "rc $?"`;
    terminal = openTerminal("sh", ["-c", line], { env, columns: 90 });
    await terminal.until(moment);
    await terminal.key(key);
    await terminal.until("rc 130");
    await terminal.exit;
    await server.close();
  }
});
