import { describe, expect, test } from "vitest";
import type { Failure } from "../../src/terms/failure.ts";
import { wordFailure } from "../../src/terms/failure-catalogue.ts";
import type { Outcome } from "../../src/terms/outcome.ts";
import { wordOutcome } from "../../src/terms/outcome-wording.ts";

const MIB = 1024 * 1024;

const outcomes: readonly (readonly [Outcome, number, string])[] = [
  [{ kind: "done", wallMs: 5 }, 0, ""],
  [{ kind: "failed", wallMs: 5, detail: "TypeError: x" }, 1, "TypeError: x"],
  [{ kind: "malformed", wallMs: 5, detail: "line 3: expected }" }, 65, "line 3: expected }"],
  [
    { kind: "limit", limit: "cpu", value: 10_000, used: 10_000, probable: false, wallMs: 1 },
    124,
    "stopped after 10 s of CPU (limit 10 s): raise it with --cpu 60s",
  ],
  [
    { kind: "limit", limit: "wall", value: 500, used: 503, probable: false, wallMs: 1 },
    124,
    "stopped after 503 ms of time (limit 500 ms): raise it with --time 3s",
  ],
  [
    { kind: "limit", limit: "memory", value: 256 * MIB, used: null, probable: true, wallMs: 1 },
    137,
    "probably stopped at its memory limit (256M): raise it with --memory 512M",
  ],
  [
    { kind: "limit", limit: "records", value: 10, used: null, probable: true, wallMs: 1 },
    153,
    "probably stopped at its records limit (10 records): raise it with --max-records 20",
  ],
  [{ kind: "input-failed", detail: "EIO", wallMs: 1 }, 66, "the input could not be read to its end: EIO"],
  [{ kind: "stopped", signal: "SIGTERM", wallMs: 1 }, 143, "ended by SIGTERM"],
  [
    { kind: "sealing-failed", wallMs: 1, detail: "x", probable: false },
    125,
    "the sandbox could not be applied: x",
  ],
  [
    { kind: "sealing-failed", wallMs: 1, detail: "x", probable: true },
    125,
    "the sandbox could probably not be applied: x",
  ],
];

test.each(outcomes)("wordOutcome of %j", (outcome, exitCode, sentence) => {
  expect(wordOutcome(outcome)).toMatchObject({ exitCode, sentence });
});

/** One of every kind: a kind that is missing here does not compile. */
const EVERY: { readonly [K in Failure["kind"]]: Extract<Failure, { kind: K }> } = {
  usage: { kind: "usage", problem: "no" },
  configuration: { kind: "configuration", file: "c.toml", problem: "line 3: model" },
  refused: { kind: "refused", what: "the draft", findings: 1 },
  "capability-refused": {
    kind: "capability-refused",
    capability: "read:/x",
    why: "it is a device",
    help: "do without",
  },
  "grant-unusable": { kind: "grant-unusable", capability: "read:/x", detail: "there is no such file" },
  "types-failed": { kind: "types-failed", what: "the draft", findings: 2 },
  "examples-failed": {
    kind: "examples-failed",
    what: "the draft",
    stage: "examples",
    detail: "1 of 2 fails",
  },
  "stage-not-run": { kind: "stage-not-run", what: "the draft", stage: "trial", detail: "the clock" },
  "type-checker-missing": { kind: "type-checker-missing", detail: "gone" },
  "no-model": { kind: "no-model", nearest: [{ name: "top", description: "the top" }] },
  "unsure-match": { kind: "unsure-match", nearest: [] },
  "no-key": { kind: "no-key", host: "h", variable: "OPENAI_API_KEY" },
  "model-unreachable": { kind: "model-unreachable", host: "h:1", detail: "refused" },
  "model-refused": { kind: "model-refused", host: "h", status: 401, detail: "no" },
  "model-unknown": {
    kind: "model-unknown",
    host: "h",
    model: "gtp",
    known: ["gpt", "b", "c", "d", "e", "f"],
  },
  "model-slow": { kind: "model-slow", host: "h", wait: "first", waitedMs: 3000 },
  "over-budget": { kind: "over-budget", usedTokens: 90, nextTokens: 20, tokensMost: 100 },
  "over-cost": { kind: "over-cost", usedUsd: 0.04, nextUsd: 0.02, usdMost: 0.05 },
  "no-price": { kind: "no-price", model: "m:1" },
  "key-command-failed": { kind: "key-command-failed", detail: "it ended with 1" },
  "model-declined": { kind: "model-declined", host: "h", by: "filter", detail: "no" },
  "model-asks": { kind: "model-asks", host: "h", question: "which column?", why: "no-terminal" },
  "model-unusable": { kind: "model-unusable", host: "h", detail: "no code" },
  "input-missing": { kind: "input-missing", input: "x", detail: "gone" },
  "input-malformed": { kind: "input-malformed", detail: "line 3" },
  "not-confirmed": { kind: "not-confirmed", what: "remove top", reason: "no-terminal", beforehand: "--yes" },
  "not-approved": { kind: "not-approved", what: "top", reason: "changed" },
  "no-such-command": { kind: "no-such-command", name: "x", near: ["y"] },
  "name-taken": { kind: "name-taken", name: "x", origin: "user" },
  "nothing-to-save": { kind: "nothing-to-save", because: "none-yet" },
  "state-unusable": { kind: "state-unusable", path: "/s", detail: "EACCES" },
  "engine-changed": {
    kind: "engine-changed",
    path: "/e/deno",
    found: "ab".repeat(32),
    recorded: "cd".repeat(32),
  },
  "engine-missing": { kind: "engine-missing", detail: "gone" },
  "output-unwritable": { kind: "output-unwritable", detail: "ENOSPC" },
  interrupted: { kind: "interrupted", signal: "SIGHUP" },
};

const WORDED: { readonly [K in Failure["kind"]]: readonly [exitCode: number, title: RegExp, help: RegExp] } =
  {
    usage: [2, /^no$/, /writ --help/],
    configuration: [2, /c\.toml: line 3: model/, /correct the file/],
    refused: [3, /refused the draft: 1 finding$/, /other words/],
    "capability-refused": [3, /asks for read:\/x, which cannot be granted: it is a device/, /do without/],
    "grant-unusable": [2, /cannot grant read:\/x: there is no such file/, /approve the path/],
    "types-failed": [3, /2 findings/, /without --yes/],
    "stage-not-run": [5, /the trial stage did not run \(the clock\)/, /without --yes/],
    "examples-failed": [5, /failed the examples stage \(1 of 2 fails\)/, /without --yes/],
    "type-checker-missing": [3, /types: gone/, /install writ again/],
    "no-model": [4, /the nearest:\n {2}top - the top$/, /OPENAI_BASE_URL/],
    "unsure-match": [4, /well enough$/, /writ run NAME/],
    "no-key": [4, /needs a key/, /OPENAI_API_KEY/],
    "model-unreachable": [4, /reach the model at h:1: refused/, /OPENAI_BASE_URL/],
    "model-refused": [4, /does not accept the key \(401\): no/, /OPENAI_API_KEY/],
    "model-unknown": [4, /no model "gtp" at h/, /gpt, b, c, d, e and 1 more; .*-m/],
    "model-slow": [4, /did not begin its reply within 3 s/, /wait_first/],
    "over-budget": [4, /budget of 100 tokens is used up: 90 are used/, /--max-tokens/],
    "over-cost": [4, /budget of \$0\.050 is used up: \$0\.040 is spent/, /--max-cost/],
    "no-price": [2, /no price is set for the model "m:1"/, /prices\.m:1/],
    "key-command-failed": [4, /from model\.key_command: it ended with 1/, /nothing else/],
    "model-declined": [4, /content filter of the model at h/, /--no-sample/],
    "model-asks": [
      4,
      /^the model at h asks, and nobody can be asked: which column\?$/,
      /^put the answer into/,
    ],
    "model-unusable": [4, /cannot be used: no code/, /-m/],
    "input-missing": [66, /cannot read "x": gone/, /pipe the data in/],
    "input-malformed": [65, /^line 3$/, /--from/],
    "not-confirmed": [126, /cannot ask whether to remove top/, /--yes/],
    "not-approved": [126, /top changed since it was approved: nothing ran/, /on a terminal/],
    "no-such-command": [127, /no command "x"/, /y$/],
    "name-taken": [2, /cannot save as "x"/, /another name; `writ edit x` changes that one/],
    "nothing-to-save": [2, /nothing to save/, /--save NAME/],
    "state-unusable": [126, /\/s: EACCES/, /XDG_STATE_HOME/],
    "engine-changed": [
      125,
      /\/e\/deno has the sha256 abababababababab…, and it was cdcdcdcdcdcdcdcd…/,
      /npm ci/,
    ],
    "engine-missing": [125, /gone/, /optional dependencies/],
    "output-unwritable": [1, /ENOSPC/, /incomplete/],
    interrupted: [129, /SIGHUP/, /^$/],
  };

describe("wordFailure", () => {
  test.each(Object.values(EVERY))("of $kind", (failure) => {
    const [exitCode, title, help] = WORDED[failure.kind];
    const wording = wordFailure(failure);
    expect(wording.exitCode).toBe(exitCode);
    expect(wording.title).toMatch(title);
    expect(wording.help).toMatch(help);
  });

  test("makes what was inserted visible", () => {
    const { title } = wordFailure({ kind: "input-missing", input: "\u001b[2J", detail: "\u202e" });
    expect(title).toContain("\\u{202e}");
    expect(title).not.toMatch(/\u001b|\u202e/);
  });
});
