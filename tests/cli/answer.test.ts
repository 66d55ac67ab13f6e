// A model that asks back, as a person meets it: the real bin/writ in a real pseudo-terminal, in pipe mode and in the shell.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ModelServer, startModelServer } from "../support/model-server.ts";
import { openTerminal, type Terminal } from "../support/terminal.ts";

const QUESTION = 'Which of these do you mean by "price"?\n\n- `amount`, with tax\n- `net`, without\n';
const CODE = `\`\`\`ts
/** Sum a field. */
export default function sum(input: Input) {
  let total = 0;
  for (const record of input.records()) total += Number(record.net);
  return total;
}
\`\`\`
`;

let home = "";
let server: ModelServer;
let terminal: Terminal | null = null;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "writ-answer-"));
  writeFileSync(join(home, "p.csv"), "net,amount\n1,2\n3,4\n");
  server = await startModelServer([QUESTION, CODE]);
});
afterEach(async () => {
  terminal?.kill("SIGKILL");
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

function open(line: string): Terminal {
  const script = `PATH="${resolve("bin")}:$PATH"; ${line}; echo "rc $?"`;
  const env = { HOME: home, OPENAI_BASE_URL: server.url, WRIT_MODEL: "scripted" };
  terminal = openTerminal("bash", ["-c", script], { cwd: home, env, columns: 90, rows: 40 });
  return terminal;
}

/** The directive as the model was sent it last. */
const sentDirective = () =>
  server.requests.at(-1)!.body.messages!.at(-1)!.content.split("The directive:\n")[1];
const ANSWERED =
  'the sum of the price\n\nAsked: Which of these do you mean by "price"? - `amount`, with tax - `net`, without\nAnswer: the net one';

test("the answer on the terminal goes back with the directive, and the run sees all of the input", async () => {
  const screen = open('writ "the sum of the price" < p.csv > out');
  const asked = await screen.until("Enter sends the answer to the model, Esc gives none");
  expect(asked).toContain("scripted at 127.0.0.1");
  expect(asked).toContain("│ - `net`, without");
  await screen.until(/^answer:/m);
  await screen.paste("the net one");
  await screen.key("enter");
  await screen.until("y run");
  await screen.key("y");
  await screen.exit;
  expect(screen.transcript()).toContain("rc 0");
  expect(readFileSync(join(home, "out"), "utf8")).toBe("4\n");
  expect(sentDirective()).toBe(ANSWERED);
});

test("no answer ends it with 4 and the question", async () => {
  const screen = open('writ "the sum of the price" p.csv > out');
  await screen.until(/^answer:/m);
  await screen.key("escape");
  await screen.exit;
  expect(screen.transcript()).toContain("rc 4");
  expect(screen.transcript()).toMatch(/asks, and got no answer: Which of these do you mean/);
  expect(server.requests).toHaveLength(1);
});

test("a question is put and answered in the shell too", async () => {
  const screen = open("writ");
  await screen.until(/^>/m);
  await screen.paste("the sum of the price @p.csv");
  await screen.key("enter");
  await screen.until(/^answer:/m);
  await screen.paste("the net one");
  await screen.key("enter");
  await screen.until("y run");
  await screen.key("y");
  await screen.until(/^\s*4$/m);
  expect(sentDirective()).toBe(ANSWERED.replace("price\n", "price the input\n"));
  expect(screen.transcript()).toContain("answer: the net one");
});
