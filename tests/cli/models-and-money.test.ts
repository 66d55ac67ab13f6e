// Models, keys, prices, budgets and the ledger: the real bin/writ without a terminal, and a real server.
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ModelServer, type ScriptedReply, startModelServer } from "../support/model-server.ts";

const KEY = "sk-test-0123456789abcdef";
const GOOD = `\`\`\`ts
/** Count lines. */
export default function count(input: Input) {
  let total = 0;
  for (const line of input.lines()) total += line.length > 0 ? 1 : 0;
  return total;
}
\`\`\`
`;
const BAD = GOOD.replace("return total", "return eval(total)");
const ASK = ["count the lines that are not empty", "--yes", "-q"];

let home = "";
let server: ModelServer | null = null;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "writ-money-"));
});
afterEach(async () => {
  await server?.close();
  server = null;
  rmSync(home, { recursive: true, force: true });
});

async function serve(script: readonly (ScriptedReply | string)[], models: readonly string[] | null = null) {
  server = await startModelServer(script, { models });
  return server;
}

function settings(text: string): void {
  mkdirSync(join(home, ".config/writ"), { recursive: true });
  writeFileSync(join(home, ".config/writ/config.toml"), text);
}

interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function writ(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn(resolve("bin/writ"), argv, {
    cwd: home,
    env: {
      PATH: process.env.PATH,
      HOME: home,
      ...(server ? { OPENAI_BASE_URL: server.url, WRIT_MODEL: "m-1" } : {}),
      ...env,
    },
    detached: true,
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  child.stdin.on("error", () => {}).end("a\nb\nc\n");
  return new Promise((done) => child.on("close", (exit) => done({ exit, stdout, stderr })));
}

const state = () => join(home, ".local/state/writ");
function rows(sql: string): readonly Record<string, unknown>[] {
  const db = new DatabaseSync(join(state(), "ledger.sqlite"));
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
}
const bodyOf = (index: number) => server!.requests[index]!.body as Record<string, unknown>;

describe("what a model is told of how to answer", () => {
  test("is what the settings say, and nothing where they say nothing", async () => {
    await serve([GOOD]);
    expect((await writ(ASK)).exit).toBe(0);
    settings('[model]\ntemperature = "0.2"\nseed = "7"\nreasoning_effort = "low"\n');
    expect((await writ([...ASK, "--max-tokens", "50000"])).exit).toBe(0);
    expect(Object.keys(bodyOf(0)).sort()).toEqual(["messages", "model", "stream", "stream_options"]);
    expect(bodyOf(1)).toMatchObject({ temperature: 0.2, seed: 7, reasoning_effort: "low" });
    expect(bodyOf(1).max_tokens).toBeGreaterThan(40_000);
    expect(bodyOf(1).max_tokens).toBeLessThan(50_000);
  });

  test("is left out once a model refuses it by name, and that is said", async () => {
    const refusal = (message: string): ScriptedReply => ({ kind: "error", status: 400, message });
    await serve([
      refusal("Unsupported value: 'temperature' does not support 0.2 with this model."),
      refusal("Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead."),
      GOOD,
    ]);
    settings('[model]\ntemperature = "0.2"\nseed = "7"\n');
    const { exit, stdout, stderr } = await writ([ASK[0]!, "--yes", "--max-tokens", "50000"]);
    expect({ exit, stdout }, stderr).toEqual({ exit: 0, stdout: "3\n" });
    expect(stderr).toContain("the model does not take temperature: asking without\n");
    const { temperature, max_tokens, max_completion_tokens, seed } = bodyOf(2);
    expect({ temperature, max_tokens, seed }).toEqual({
      temperature: undefined,
      max_tokens: undefined,
      seed: 7,
    });
    expect(max_completion_tokens).toBeGreaterThan(40_000);
  });

  test("is no reason to ask again where the refusal names nothing of it (control)", async () => {
    await serve([{ kind: "error", status: 400, message: "the messages are too long" }]);
    settings('[model]\ntemperature = "0.2"\n');
    expect((await writ(ASK)).exit).toBe(4);
    expect(server!.requests).toHaveLength(1);
  });
});

describe("a budget in money", () => {
  const PRICED = '[prices]\n"m-1" = "10 100"\n';

  test.each<[string, string, readonly (ScriptedReply | string)[], number, RegExp]>([
    [
      "refuses before anything is sent",
      "0.0001",
      [GOOD],
      0,
      /budget of \$0\.00010 is too small for one request, which costs at least \$/,
    ],
    [
      "covers a repair, by what the server counted",
      "0.15",
      [{ kind: "text", text: BAD, usage: { inputTokens: 4000, outputTokens: 1000 } }, GOOD],
      1,
      /budget of \$0\.15 is used up: \$0\.14 is spent/,
    ],
    [
      "ends a reply that goes beyond it",
      "0.1",
      [{ kind: "endless", text: `%: ${"x".repeat(500)}\n` }],
      1,
      /is too small for one request/,
    ],
  ])("%s", async (_, cost, script, sent, said) => {
    await serve(script);
    settings(PRICED);
    const { exit, stderr } = await writ([...ASK, "--max-cost", cost]);
    expect({ exit, sent: server!.requests.length }, stderr).toEqual({ exit: 4, sent });
    expect(stderr).toMatch(said);
  });

  test("that is enough ends nothing, also as a setting, and what each request cost is said", async () => {
    await serve([{ kind: "text", text: GOOD, usage: { inputTokens: 4000, outputTokens: 100 } }]);
    settings(`[model]\nmax_cost = "5"\n${PRICED}`);
    const { exit, stdout, stderr } = await writ([ASK[0]!, "--yes"]);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: "3\n" });
    expect(stderr).toContain("asked for $0.050: 4,000 tokens in and 100 out\n");
  });

  test("needs a price that somebody set", async () => {
    await serve([GOOD]);
    const { exit, stderr } = await writ([...ASK, "--max-cost", "1"]);
    expect({ exit, sent: server!.requests.length }).toEqual({ exit: 2, sent: 0 });
    expect(stderr).toContain(`writ config 'prices.m-1' "IN OUT"`);
  });
});

describe("a key from a program", () => {
  function keyProgram(body: string): void {
    const path = join(home, "key");
    writeFileSync(path, `#!/bin/sh\n${body}\n`);
    chmodSync(path, 0o755);
    settings(`[model]\nkey_command = "${path} 'one word' $HOME"\n`);
  }

  test("is sent and nowhere else, and its words are not interpreted by a shell", async () => {
    await serve([{ kind: "error", status: 401, message: `wrong key ${KEY}` }, GOOD]);
    keyProgram(`printf '%s|' "$@" > "${home}/words"; echo ${KEY}`);
    const first = await writ(ASK, { OPENAI_API_KEY: "sk-of-another-service-0123" });
    expect(first.exit).toBe(4);
    expect(await writ(ASK)).toMatchObject({ exit: 0, stdout: "3\n" });
    expect(server!.requests.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${KEY}`,
      `Bearer ${KEY}`,
    ]);
    expect(readFileSync(join(home, "words"), "utf8")).toBe("one word|$HOME|");
    expect(first.stderr + first.stdout).not.toContain(KEY);
    for (const name of readdirSync(state())) {
      if (name.includes("ledger")) expect(readFileSync(join(state(), name)).includes(KEY)).toBe(false);
    }
  });

  test.each([
    [
      "ends badly",
      `echo ${KEY}; echo "the vault is locked" >&2; exit 3`,
      "it ended with 3: the vault is locked",
    ],
    ["prints nothing", "true", "what it printed is no key"],
    ["prints a page", `echo "<p>${KEY} and more</p>"`, "what it printed is no key"],
  ])("that %s is a failure that names it and not what it printed", async (_, body, said) => {
    await serve([GOOD]);
    keyProgram(body);
    const { exit, stdout, stderr } = await writ(ASK);
    expect({ exit, sent: server!.requests.length }).toEqual({ exit: 4, sent: 0 });
    expect(stderr).toContain(`cannot get the key of the model from model.key_command: ${said}`);
    expect(stdout + stderr).not.toContain(KEY);
  });

  test("that is not there is named", async () => {
    await serve([GOOD]);
    settings('[model]\nkey_command = "no-such-program-of-mine x"\n');
    const { exit, stderr } = await writ(ASK);
    expect(exit).toBe(4);
    expect(stderr).toContain('there is no program "no-such-program-of-mine"');
  });
});

describe("writ config model", () => {
  test.each<[string, readonly string[] | null, readonly string[], number, RegExp]>([
    ["finds the model", ["m-0", "m-1"], [], 0, /^m-1 is at 127\.0\.0\.1:\d+, among 2\n$/],
    ["names near ones", ["m-11", "zeta"], [], 4, /has no model "m-1"; it has m-11, zeta\n/],
    ["says that there is no list", null, [], 0, /answers, and does not list its models/],
  ])("%s", async (_, models, words, exit, said) => {
    await serve([], models);
    const ended = await writ(["config", "model", ...words]);
    expect(ended.exit, ended.stderr).toBe(exit);
    expect(ended.stdout).toMatch(said);
  });

  test("sets a model and a server by their names, and says what wins over them", async () => {
    await serve([], ["m-1"]);
    const name = await writ(["config", "model", "qwen3:8b"]);
    expect(name.stderr).toMatch(
      /model\.name = "qwen3:8b" is in .*\n {2}WRIT_MODEL is set, and wins over it\n/,
    );
    settings('[model]\nbase_url = "http://127.0.0.1:9/v1"\nname = "m-1"\n');
    const preset = await writ(["config", "model", "ollama"]);
    expect(preset.stderr).toContain("model.base_url is out of it");
    expect(readFileSync(join(home, ".config/writ/config.toml"), "utf8")).toBe(
      '[model]\nname = "m-1"\npreset = "ollama"\n',
    );
  });

  test("says that a key is needed", async () => {
    const env = { OPENAI_BASE_URL: "https://api.openai.com/v1", WRIT_MODEL: "m-1" };
    const { exit, stderr } = await writ(["config", "model"], env);
    expect(exit).toBe(4);
    expect(stderr).toContain("cannot ask the model at api.openai.com: it needs a key and none is set");
  });

  test("says that a key is refused, without the key", async () => {
    const refusing = createServer((_, response) => {
      response.writeHead(401, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: { message: `Incorrect API key provided: ${KEY}` } }));
    });
    await new Promise<void>((listening) => refusing.listen(0, "127.0.0.1", listening));
    const { port } = refusing.address() as AddressInfo;
    const env = { OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`, OPENAI_API_KEY: KEY, WRIT_MODEL: "m-1" };
    const { exit, stdout, stderr } = await writ(["config", "model"], env);
    refusing.close();
    expect(exit).toBe(4);
    expect(stderr).toContain("does not accept the key (401): Incorrect API key provided: (the key)");
    expect(stdout + stderr).not.toContain(KEY);
  });
});

describe("the ledger", () => {
  test("has each draft with its requests, hashes, tokens, cost and stages, and the decision", async () => {
    await serve([
      { kind: "text", text: BAD, usage: { inputTokens: 1000, outputTokens: 100 } },
      { kind: "text", text: GOOD, usage: { inputTokens: 1200, outputTokens: 100 } },
    ]);
    settings('[prices]\n"m-1" = "1 10"\n');
    expect((await writ([...ASK, "--save", "counted"])).exit).toBe(0);
    expect(rows("SELECT directive, decision, outcome, exit_code, saved FROM asks")).toEqual([
      { directive: ASK[0], decision: "yes", outcome: "done", exit_code: 0, saved: "counted" },
    ]);
    expect(
      rows("SELECT stages ->> '$[0].status' AS safety, length(sha256) AS hash FROM tries ORDER BY id"),
    ).toEqual([
      { safety: "failed", hash: 64 },
      { safety: "passed", hash: 64 },
    ]);
    expect(
      rows("SELECT model, tokens_in, tokens_out, counted_by, cost_usd FROM requests ORDER BY id"),
    ).toEqual([
      { model: "m-1", tokens_in: 1000, tokens_out: 100, counted_by: "server", cost_usd: 0.002 },
      { model: "m-1", tokens_in: 1200, tokens_out: 100, counted_by: "server", cost_usd: 0.0022 },
    ]);
    expect(
      rows(
        "SELECT count(DISTINCT prompt_sha256) AS prompts, count(DISTINCT reply_sha256) AS replies FROM requests",
      ),
    ).toEqual([{ prompts: 2, replies: 2 }]);
  });

  test("counts a request that failed too, estimated where the server does not count", async () => {
    await serve(["I would rather not."]);
    await writ(ASK);
    const requests = rows(
      "SELECT tokens_in > 100 AS sent, tokens_out, counted_by, cost_usd FROM requests LIMIT 1",
    );
    expect(requests).toEqual([{ sent: 1, tokens_out: 5, counted_by: "estimated", cost_usd: null }]);
  });

  test("loses nothing of 20 that end at once", { timeout: 180_000 }, async () => {
    await serve([GOOD]);
    const ended = await Promise.all(
      Array.from({ length: 20 }, (_, i) => writ([`count the lines of part ${i}`, "--dry-run"])),
    );
    expect(ended.map(({ exit }) => exit)).toEqual(Array(20).fill(0));
    expect(ended.map(({ stderr }) => stderr).join("")).not.toMatch(/history|SQLITE|locked/i);
    const directives = rows("SELECT directive FROM asks").map(({ directive }) => directive);
    expect(directives.sort()).toEqual(
      Array.from({ length: 20 }, (_, i) => `count the lines of part ${i}`).sort(),
    );
    expect(rows("SELECT count(*) AS n FROM requests")).toEqual([{ n: 20 }]);
  });

  test("shows what drafting a command took, and when it is even", async () => {
    await serve([{ kind: "text", text: GOOD, usage: { inputTokens: 1000, outputTokens: 100 } }]);
    settings('[prices]\n"m-1" = "1 10"\n');
    await writ([...ASK, "--save", "counted"]);
    writeFileSync(join(home, "data"), "x\n".repeat(2000));
    for (const file of ["data", "data", "data"])
      expect((await writ(["run", "counted", file])).stdout).toBe("2000\n");
    const { stdout } = await writ(["stats", "counted"]);
    expect(stdout).toContain("1,000 tokens in and 100 out: $0.0020\n");
    expect(stdout).toContain("3 runs read 12,000 bytes\n");
    expect(stdout).toContain("3,000 tokens x $1 a million (m-1) = $0.0030\n");
    expect(stdout).toContain("$0.0020 / $0.0010 a run: after 2 runs\n");
  });
});
