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
  [{ kind: "stopped", signal: "SIGTERM", wallMs: 1 }, 143, "ended by SIGTERM"],
  [{ kind: "sealing-failed", wallMs: 1, detail: "x" }, 125, "the sandbox could not be applied: x"],
];

test.each(outcomes)("wordOutcome of %j", (outcome, exitCode, sentence) => {
  expect(wordOutcome(outcome)).toMatchObject({ exitCode, sentence });
});

const failures: readonly (readonly [Failure, number, RegExp])[] = [
  [{ kind: "usage", problem: "no" }, 2, /^no$/],
  [{ kind: "refused", what: "the draft", findings: 1 }, 3, /refused the draft: 1 finding$/],
  [
    { kind: "no-model", nearest: [{ name: "top", description: "the top" }] },
    4,
    /the nearest:\n {2}top - the top$/,
  ],
  [
    { kind: "model-unreachable", host: "h:1", detail: "refused" },
    4,
    /cannot reach the model at h:1: refused/,
  ],
  [{ kind: "input-missing", input: "x", detail: "gone" }, 66, /cannot read "x": gone/],
  [
    { kind: "not-approved", what: "top", reason: "changed" },
    126,
    /top changed since it was approved: nothing ran/,
  ],
  [{ kind: "no-such-command", name: "x", near: [] }, 127, /no command "x"/],
  [{ kind: "interrupted", signal: "SIGHUP" }, 129, /SIGHUP/],
];

describe("wordFailure", () => {
  test.each(failures)("of %j", (failure, exitCode, title) => {
    const wording = wordFailure(failure);
    expect(wording.exitCode).toBe(exitCode);
    expect(wording.title).toMatch(title);
  });

  test("makes what was inserted visible", () => {
    expect(wordFailure({ kind: "input-missing", input: "\u001b[2J", detail: "\u202e" }).title).not.toMatch(
      /\u001b|\u202e/,
    );
  });
});
