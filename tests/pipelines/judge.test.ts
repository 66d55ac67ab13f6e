import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { judge } from "../../scripts/pipelines/judge.ts";
import type { Place } from "../../scripts/pipelines/place.ts";
import { readSituations, type Situation } from "../../scripts/pipelines/situation.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "writ-judge-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const here: Place = { open: () => ({ folder, env: { PATH: process.env.PATH! } }), close: () => {} };
const one = (run: string, more: Partial<Situation> = {}): Situation => ({
  ...{ name: "one", run, exit: 0, stdout: "", stderr: "", files: {}, start: "" },
  ...more,
});
const differencesOf = async (situation: Situation) => {
  const judged = await judge(situation, here);
  return judged.kind === "run" ? judged.differences : judged.reason;
};

describe("judge", () => {
  test.each([
    ["what is as it must be", one("echo a; exit 3", { stdout: "a\n", exit: 3 }), []],
    ["another exit code", one("exit 3"), ["exit 3, wanted 0"]],
    ["another text", one("echo b >&2"), ['stderr "b\\n", wanted ""']],
    [
      "a signal that ended the shell",
      one("echo a; exec sleep 60", signalled("SIGTERM")),
      ["exit 143, wanted 0"],
    ],
  ])("says of %s what differs", async (_name, situation, wanted) => {
    expect(await differencesOf(situation)).toEqual(wanted);
  });

  test.skipIf(process.platform !== "linux")("names a process that was left", async () => {
    const [left] = (await differencesOf(
      one("sleep 60 >/dev/null 2>&1 & echo $!", { stdout: "[..]\n" }),
    )) as string[];
    expect(left).toMatch(/^it left a process \d+$/);
    process.kill(Number(left?.match(/\d+$/)?.[0]));
  });

  test("skips what this machine does not offer, and says so", async () => {
    const isRoot = process.geteuid?.() === 0;
    expect(await differencesOf(one("", { needs: "root" }))).toEqual(isRoot ? [] : "it needs root");
  });
});

function signalled(send: "SIGTERM"): Partial<Situation> {
  return { signal: { send, after: "a" }, stdout: "a\n" };
}

describe("readSituations", () => {
  test("makes one for each way of a kept command", () => {
    writeFileSync(
      join(folder, "a.yaml"),
      "- situation: s\n  run: $RUN x | cat\n- situation: t\n  run: writ list\n",
    );
    expect(readSituations(folder).map(({ name, start }) => [name, start])).toEqual([
      ["s (short)", "writ run"],
      ["s (long)", "writ run -q"],
      ["t", ""],
    ]);
  });

  test("finds at least 60 of this project's, none twice", () => {
    const names = readSituations("tests/pipelines").map(({ name }) => name);
    expect(names.length).toBeGreaterThan(60);
    expect(new Set(names).size).toBe(names.length);
  });
});
