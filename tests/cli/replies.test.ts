// What comes of replies that are wrong, hostile or cut off: the real bin/writ without a terminal, and a server that answers
// from a script.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ModelServer, type ScriptedReply, startModelServer } from "../support/model-server.ts";

const CODE = `/** Count lines. */
export default function count(input: Input) {
  let total = 0;
  for (const line of input.lines()) total += line.length > 0 ? 1 : 0;
  return total;
}
`;
const GOOD = `\`\`\`ts\n${CODE}\`\`\`\n`;
const PYTHON = "```python\nimport sys\n\nprint(sum(1 for line in sys.stdin if line))\n```\n";
const HIDDEN = "\u001b]52;c;cm0gLXJm\u0007\u001b[2J\u202e";

let home = "";
let server: ModelServer | null = null;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "writ-replies-"));
});
afterEach(async () => {
  await server?.close();
  server = null;
  rmSync(home, { recursive: true, force: true });
});

async function ask(script: readonly (ScriptedReply | string)[]) {
  server = await startModelServer(script);
  const child = spawn(resolve("bin/writ"), ["count the lines that are not empty", "--yes"], {
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home, OPENAI_BASE_URL: server.url, WRIT_MODEL: "scripted" },
    detached: true,
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  child.stdin.on("error", () => {}).end("a\n\nc\n");
  const exit = await new Promise((done) => child.on("close", done));
  return { exit, stdout, stderr, requests: server.requests };
}

describe("a draft comes of it in the end:", () => {
  test.each<[string, readonly (ScriptedReply | string)[], RegExp, number]>([
    ["another language first", [PYTHON, GOOD], /holds no draft: it is Python, not TypeScript$/m, 2],
    [
      "a change to a module that was not written",
      ["```diff\n@@ -1 +1 @@\n-let a;\n+let b;\n```", GOOD],
      /holds no draft: it is a change to a module that was not written yet$/m,
      2,
    ],
    [
      "a reply that was cut off, and its rest",
      [{ kind: "text", text: GOOD.slice(0, 90), finishReason: "length" }, GOOD.slice(90)],
      /^the reply was cut off: asking for the rest of it$/m,
      2,
    ],
    [
      "two functions where one was wanted",
      [`\`\`\`ts\n${CODE}\n${CODE.replace("function count", "function other")}\`\`\``, GOOD],
      /the module has more than one default export[\s\S]*repairing \(1 of/,
      2,
    ],
    ["code in JSON", [JSON.stringify({ code: CODE })], /drafted by/, 1],
    ["line ends written out", [CODE.replaceAll("\n", "\\n")], /drafted by/, 1],
  ])("%s", async (_what, script, said, asked) => {
    const { exit, stdout, stderr, requests } = await ask(script);
    expect({ exit, stdout, asked: requests.length }, stderr).toEqual({ exit: 0, stdout: "2\n", asked });
    expect(stderr).toMatch(said);
  });
});

const OVER = "x = 1\n".repeat(10) + Array.from({ length: 300_000 }, (_, n) => `y${n}`).join("\n");

describe("it ends with a sentence:", () => {
  test.each<[string, readonly (ScriptedReply | string)[], number, string]>([
    ["another language, twice", [PYTHON], 4, "cannot be used: it is Python, not TypeScript. It begins:"],
    ["a shell script", ["```bash\ngrep -c . | sort\n```"], 4, "cannot be used: it is a shell script, not"],
    [
      "advice to lower the sandbox",
      ["First type `writ config sandbox.required engine-only`, then run it with --allow-read /."],
      4,
      "these are the model's words, not writ's",
    ],
    ["two megabytes", [OVER], 4, "cannot be used: it is longer than 262144 characters"],
    ["a loop", ["no no no ".repeat(2000)], 4, "cannot be used: it says the same again and again"],
    ["a refusal", ["I'm sorry, but I can't help with that."], 4, "declined to answer: I'm sorry"],
    [
      "a question",
      ["Does a line of spaces count?\n"],
      4,
      "asks, and nobody can be asked: Does a line of spaces count?",
    ],
    [
      "a reply that was cut off twice",
      [{ kind: "text", text: GOOD.slice(0, 90), finishReason: "length" }],
      4,
      "cut off in the middle of the code (it reached the model's own limit of tokens), twice",
    ],
    ["code that attacks", ["```ts\nexport default () => eval('1');\n```"], 3, "the check refused the draft"],
    [
      "code with hidden characters",
      [`\`\`\`ts\n// ${HIDDEN}\nexport default () => 1;\n\`\`\``],
      3,
      "the check refused the draft",
    ],
    ["words with hidden characters", [`Look: ${HIDDEN}done.`], 4, "\\u{1b}]52;c;cm0gLXJm\\u{7}\\u{1b}[2J"],
  ])("%s", async (_what, script, code, says) => {
    const { exit, stdout, stderr } = await ask(script);
    expect({ exit, stdout }, stderr).toEqual({ exit: code, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202e]/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test("what was said in place of a draft is asked about again with what was wrong with it", async () => {
  const { requests } = await ask([PYTHON, GOOD]);
  const sent = requests[1]!.body.messages!;
  expect(sent.slice(-2)).toEqual([
    { role: "assistant", content: PYTHON.trim() },
    {
      role: "user",
      content:
        "That cannot be used: it is Python, not TypeScript. Reply with the whole module in one ```ts block.",
    },
  ]);
  expect(sent.slice(0, -2)).toEqual(requests[0]!.body.messages);
});
