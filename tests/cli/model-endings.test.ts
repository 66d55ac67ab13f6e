// How an ask ends where the model's server misbehaves: the real bin/writ without a terminal, and a real server.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ModelServer, type ScriptedReply, startModelServer } from "../support/model-server.ts";

const KEY = "sk-test-0123456789abcdef";
const DIRECTIVE = "count the lines that are not empty";
const CODE = `/** Count lines. */
export default function count(input: Input) {
  let total = 0;
  for (const line of input.lines()) total += line.length > 0 ? 1 : 0;
  return total;
}
`;
const GOOD = `\`\`\`ts\n${CODE}\`\`\`\n`;
/** Short, so that a test does not wait; long enough for a server on a busy machine to answer. */
const PATIENT = 'wait_first = "20s"\nwait_next = "20s"\nwait_total = "30s"';

let home = "";
let server: ModelServer | null = null;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "writ-model-"));
});
afterEach(async () => {
  await server?.close();
  server = null;
  rmSync(home, { recursive: true, force: true });
});

interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Three lines of input, `--yes`, no terminal. `onStderr` hears what was said so far. */
function ask(
  url: string,
  { settings = PATIENT, flags = [], onStderr = () => {} }: AskOptions = {},
): Promise<Ended> {
  mkdirSync(join(home, ".config/writ"), { recursive: true });
  writeFileSync(join(home, ".config/writ/config.toml"), `[model]\n${settings}\n`);
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    OPENAI_BASE_URL: url,
    OPENAI_API_KEY: KEY,
    WRIT_MODEL: "scripted",
  };
  const child = spawn(resolve("bin/writ"), ["ask", DIRECTIVE, "--yes", ...flags], {
    cwd: home,
    env,
    detached: true,
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
    onStderr(stderr, (signal) => child.kill(signal));
  });
  child.stdin.on("error", () => {}).end("alpha-secret-value\nb\nc\n");
  return new Promise((done) => child.on("close", (exit) => done({ exit, stdout, stderr })));
}

interface AskOptions {
  readonly settings?: string;
  readonly flags?: readonly string[];
  onStderr?(said: string, kill: (signal: NodeJS.Signals) => void): void;
}

async function askOf(
  script: readonly (ScriptedReply | string)[],
  options: AskOptions & { models?: string[] } = {},
) {
  server = await startModelServer(script, { models: options.models ?? null });
  const ended = await ask(server.url, options);
  return { ...ended, host: new URL(server.url).host, requests: server.requests.length };
}

const soon = { "retry-after-ms": "1" };
const event = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

describe("an ask still ends well", () => {
  test.each<[string, readonly (ScriptedReply | string)[], RegExp]>([
    ["with a slow first piece", [{ kind: "text", text: GOOD, firstMs: 300 }], /drafted by/],
    ["with a slow stream", [{ kind: "text", text: GOOD, delayMs: 5 }], /drafted by/],
    [
      "with thoughts before the answer",
      [{ kind: "text", text: GOOD, thoughts: "let me think" }],
      /drafted by/,
    ],
    ["with a server that does not stream", [{ kind: "whole", text: GOOD }], /drafted by/],
    [
      "with several blocks of code",
      [`First \`\`\`sh\nwc -l\n\`\`\` or\n\`\`\`ts\nconst x = 1;\n\`\`\`\nno:\n${GOOD}`],
      /drafted by/,
    ],
    [
      "after a rate limit of a second",
      [{ kind: "error", status: 429, message: "slow", headers: { "retry-after": "1" } }, GOOD],
      /^rate limited: waiting 1 s, attempt 2 of 4$/m,
    ],
    [
      "after a rate limit until a time that has come",
      [
        {
          kind: "error",
          status: 429,
          message: "slow",
          headers: { "retry-after": "Wed, 31 Dec 2025 23:00:00 GMT" },
        },
        GOOD,
      ],
      /^rate limited: waiting 0 ms, attempt 2 of 4$/m,
    ],
    [
      "after a server that failed, then was busy",
      [
        { kind: "error", status: 500, message: "oops", headers: soon },
        { kind: "error", status: 503, message: "loading", headers: soon },
        GOOD,
      ],
      /^the server failed: waiting 1 ms, attempt 2 of 4\n[\s\S]*^the server is busy: waiting 1 ms, attempt 3 of 4$/m,
    ],
    [
      "after a connection that was closed",
      [{ kind: "reset" }, GOOD],
      /^the connection was closed: waiting .*attempt 2 of 4$/m,
    ],
  ])("%s", async (_, script, said) => {
    const { exit, stdout, stderr } = await askOf(script);
    expect({ exit, stdout }, stderr).toEqual({ exit: 0, stdout: "3\n" });
    expect(stderr).toMatch(said);
  });
});

/** `H` stands for the host. */
const ENDINGS: readonly [
  string,
  readonly (ScriptedReply | string)[],
  string,
  string,
  Partial<AskOptions>?,
][] = [
  [
    "a wrong key",
    [{ kind: "error", status: 401, message: `Incorrect API key provided: ${KEY}` }],
    "the model at H does not accept the key (401): Incorrect API key provided: (the key)",
    "check OPENAI_API_KEY",
  ],
  [
    "a key that may not",
    [{ kind: "error", status: 403, message: "your region is not served" }],
    "the model at H forbids this (403): your region is not served",
    "OPENAI_API_KEY",
  ],
  [
    "an address where nothing is",
    [{ kind: "error", status: 404, message: "no such path" }],
    "the model at H has nothing at this address (404): no such path",
    "ends in /v1",
  ],
  [
    "a rate limit that does not end",
    [{ kind: "error", status: 429, message: "slow down", headers: soon }],
    "the model at H is over its rate limit or quota (429), after 4 attempts: slow down",
    "wait a little",
  ],
  [
    "a rate limit for an hour, at once",
    [{ kind: "error", status: 429, message: "slow down", headers: { "retry-after": "3600" } }],
    "the model at H is over its rate limit or quota (429): slow down; it asks to wait 60 m",
    "wait a little",
  ],
  [
    "an account without money, at once",
    [{ kind: "error", status: 429, message: "no money", code: "insufficient_quota" }],
    "the model at H is over its rate limit or quota (429): no money",
    "another model",
  ],
  [
    "a server that fails for ever",
    [{ kind: "error", status: 500, message: "oops", headers: soon }],
    "the model at H failed (500), after 4 attempts: oops",
    "the trouble is the server's",
  ],
  [
    "a gateway's web page",
    [{ kind: "raw", status: 502, type: "text/html", body: "<html>bad gateway", headers: soon }],
    "the model at H failed (502), after 4 attempts: a web page came with it",
    "the trouble is the server's",
  ],
  [
    "a refusal that quotes what was sent",
    [{ kind: "error", status: 400, message: `invalid prompt: "alpha-secret-value" in "${DIRECTIVE}"` }],
    'the model at H answered 400: invalid prompt: (the prompt) in "(the prompt)"',
    "check WRIT_MODEL",
  ],
  [
    "connections that are closed, each time",
    [{ kind: "reset" }],
    "cannot reach the model at H, after 2 attempts: the connection was closed in the middle",
    "that the server runs",
    { settings: 'attempts = "2"' },
  ],
  [
    "a reply that is cut off",
    [{ kind: "cut", text: "```ts\nexport default" }],
    "the reply of the model at H cannot be used: the connection was closed in the middle",
    "try again",
  ],
  [
    "an error inside the stream",
    [{ kind: "stream-error", text: "```ts\n", message: "out of memory" }],
    "the reply of the model at H cannot be used: its stream is broken: out of memory",
    "try again",
  ],
  [
    "garbage for a stream",
    [{ kind: "raw", status: 200, type: "text/event-stream", body: "data: {oops\n\n" }],
    "the reply of the model at H cannot be used: its stream is broken",
    "try again",
  ],
  [
    "bytes for a stream",
    [{ kind: "raw", status: 200, type: "text/event-stream", body: new Uint8Array([0, 255, 254, 10, 10, 7]) }],
    "the reply of the model at H cannot be used: it is empty",
    "try again",
  ],
  [
    "a web page",
    [{ kind: "raw", status: 200, type: "text/html", body: "<html>" }],
    "the reply of the model at H cannot be used: it is text/html, not a stream; does the address end in /v1?",
    "try again",
  ],
  [
    "JSON without choices",
    [{ kind: "raw", status: 200, type: "application/json", body: '{"ok":true}' }],
    "the reply of the model at H cannot be used: it is JSON without choices",
    "try again",
  ],
  [
    "an error that says it is none",
    [
      {
        kind: "raw",
        status: 200,
        type: "application/json",
        body: '{"error":{"message":"no such deployment"}}',
      },
    ],
    "the reply of the model at H cannot be used: it holds an error: no such deployment",
    "try again",
  ],
  ["an empty reply", [""], "the reply of the model at H cannot be used: it is empty", "try again"],
  [
    "words and no code",
    ["I would use awk for that."],
    "the reply of the model at H cannot be used: there is no code in it. It begins: I would use awk",
    "other words",
  ],
  [
    "a reply at its limit of tokens",
    [{ kind: "text", text: "```ts\nexport default function", finishReason: "length" }],
    "the reply of the model at H cannot be used: it was cut off in the middle of the code (it reached the model's own limit of tokens)",
    "try again",
  ],
  [
    "a reply that the provider withheld",
    [{ kind: "text", text: "", finishReason: "content_filter" }],
    "the content filter of the model at H withheld the reply: it gave no reason",
    "--no-sample",
  ],
  [
    "a model that declines",
    [{ kind: "text", text: "I cannot help with that.", isRefusal: true }],
    "the model at H declined to answer: I cannot help with that.",
    "say the directive in other words",
  ],
  [
    "a model that repeats itself",
    [{ kind: "endless", text: "I will now write the code. " }],
    "the reply of the model at H cannot be used: it says the same again and again. It begins: I will now write",
    "choose another model",
  ],
  [
    "a reply without end",
    [{ kind: "endless", text: `case %: ${"x".repeat(4000)}\n` }],
    "the reply of the model at H cannot be used: it is longer than 262144 characters",
    "choose another model",
  ],
  [
    "a line without end",
    [{ kind: "raw", status: 200, type: "text/event-stream", body: `data: ${"x".repeat(5 << 20)}` }],
    "the reply of the model at H cannot be used: a line of it is longer than 4 MB",
    "choose another model",
  ],
  [
    "a server that never answers",
    [{ kind: "silent" }],
    "the model at H did not begin its reply within 400 ms",
    "wait_first",
    { settings: 'wait_first = "400ms"' },
  ],
  [
    "a reply that falls silent",
    [{ kind: "hang", text: "```ts\nexport" }],
    "the model at H fell silent in the middle of its reply for 300 ms",
    "wait_next",
    { settings: 'wait_next = "300ms"' },
  ],
  [
    "a reply that drips",
    [{ kind: "endless", text: "word % ", delayMs: 20 }],
    "the model at H did not end its reply within 700 ms",
    "wait_total",
    { settings: 'wait_total = "700ms"' },
  ],
];

describe("an ask ends with 4 and one sentence for", () => {
  test.each(ENDINGS)("%s", async (_, script, title, help, options = {}) => {
    const { exit, stdout, stderr, host } = await askOf(script, options);
    expect({ exit, stdout }, stderr).toEqual({ exit: 4, stdout: "" });
    expect(stderr).toContain(`writ: ${title.replaceAll(" H", ` ${host}`)}`);
    expect(stderr.trimEnd().split("\n").at(-1)).toContain(help);
    expect(stderr).not.toContain(KEY);
    expect(stderr).not.toContain("this is a bug");
  });

  test("a model that is not there, naming those that are, the nearest first", async () => {
    const { exit, stderr, host } = await askOf([{ kind: "error", status: 404, message: "model not found" }], {
      models: ["alpha", "beta", "script-large", "scripted-2", "omega", "zeta"],
    });
    expect(exit, stderr).toBe(4);
    expect(stderr).toContain(`writ: there is no model "scripted" at ${host}
  it has scripted-2, script-large, alpha, beta, omega and 1 more; choose one with -m or WRIT_MODEL\n`);
  });

  test("a port that nobody listens on, without asking again", async () => {
    const closed = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => closed.once("listening", done));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    const { exit, stderr } = await ask(`http://127.0.0.1:${port}/v1`);
    expect(exit, stderr).toBe(4);
    expect(stderr).toContain(
      `writ: cannot reach the model at 127.0.0.1:${port}: connection refused, nothing listens there\n`,
    );
    expect(stderr).not.toContain("attempt 2");
  });
});

describe("a budget of tokens", () => {
  const BAD = GOOD.replace("return total", "return eval(total)");

  test.each<[string, string, readonly (ScriptedReply | string)[], number, RegExp]>([
    [
      "is refused before anything is sent, where the prompt alone is more",
      "10",
      [GOOD],
      0,
      /the budget of 10 tokens is too small for one request/,
    ],
    [
      "covers a repair too, as the provider counts",
      "9000",
      [{ kind: "text", text: BAD, usage: { inputTokens: 8000, outputTokens: 500 } }, GOOD],
      1,
      /the budget of 9000 tokens is used up: 8500 are used, and the next request takes about \d+/,
    ],
    [
      "ends a reply that goes beyond it",
      "5000",
      [{ kind: "endless", text: `%: ${"x".repeat(500)}\n` }],
      1,
      /the budget of 5000 tokens is too small for one request/,
    ],
  ])("%s", async (_, tokens, script, sent, said) => {
    const { exit, stderr, requests } = await askOf(script, { flags: ["--max-tokens", tokens] });
    expect({ exit, requests }, stderr).toEqual({ exit: 4, requests: sent });
    expect(stderr).toMatch(said);
  });

  test("that is enough changes nothing", async () => {
    const { exit, stdout } = await askOf([GOOD], { flags: ["--max-tokens", "100000"] });
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: "3\n" });
  });

  test("is a whole number", async () => {
    const { exit, stderr } = await askOf([GOOD], { flags: ["--max-tokens", "1e3"] });
    expect(exit).toBe(2);
    expect(stderr).toContain('--max-tokens is "1e3", and must be a whole number');
  });
});

describe("an ask that is interrupted ends with 130", () => {
  test.each<[string, ScriptedReply, RegExp]>([
    ["before anything was answered", { kind: "silent" }, /^drafting with/m],
    ["in the middle of the reply", { kind: "hang", text: "```ts\nexport" }, /^drafting with/m],
    [
      "while it waits before it asks again",
      { kind: "error", status: 429, message: "slow", headers: { "retry-after": "50" } },
      /^rate limited: waiting 50 s, attempt 2 of 4$/m,
    ],
  ])("%s", async (_, reply, moment) => {
    let isSent = false;
    const { exit, stdout, stderr } = await askOf([reply], {
      onStderr(said, kill) {
        if (isSent || !moment.test(said)) return;
        isSent = true;
        kill("SIGINT");
      },
    });
    expect({ exit, stdout }, stderr).toEqual({ exit: 130, stdout: "" });
    expect(stderr).toContain("writ: interrupted");
  });
});

test("pieces of a reply that come without content change nothing", async () => {
  const body = `${event({ role: "assistant" })}${event({ content: GOOD })}${event({}, "stop")}data: [DONE]\n\n`;
  const { exit, stdout } = await askOf([{ kind: "raw", status: 200, type: "text/event-stream", body }]);
  expect({ exit, stdout }).toEqual({ exit: 0, stdout: "3\n" });
});
