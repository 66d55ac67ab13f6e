import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { chosenParts, PARTS, type Part, runParts } from "../../scripts/gate.ts";

const part = (name: string): Part => ({ name, line: name, keepsOut: "nothing" });

function ran(failing: readonly string[]) {
  const said: string[] = [];
  let clock = 0;
  const counts = runParts([part("a"), part("b"), part("c")], {
    holds: (line) => !failing.includes(line),
    say: (text) => said.push(text.trim()),
    now: () => (clock += 500),
  });
  return { ...counts, ends: said.filter((text) => text.startsWith("--")) };
}

describe("runParts", () => {
  test("counts what held and what did not, and goes on after a failure", () => {
    expect(ran(["b"])).toEqual({
      passed: 2,
      failed: 1,
      ends: ["-- a: passed (0.5 s)", "-- b: FAILED (0.5 s)", "-- c: passed (0.5 s)"],
    });
  });

  test("fails nothing where all hold", () => {
    expect(ran([])).toMatchObject({ passed: 3, failed: 0 });
  });
});

describe("chosenParts", () => {
  test("are all without a name", () => {
    expect(chosenParts([])).toBe(PARTS);
  });

  test("are those named", () => {
    expect(chosenParts(["lint"]).map(({ name }) => name)).toEqual(["lint"]);
  });

  test("of an unknown name are none, and the names are told", () => {
    expect(() => chosenParts(["lnit"])).toThrow(/no part "lnit": there are types, lint,/);
  });
});

test("the gate ends with the counts alone on a line", () => {
  const { stdout, status } = spawnSync(
    process.execPath,
    ["scripts/gate.ts", "--only", "arrows", "--counted", "2"],
    {
      encoding: "utf8",
      env: { ...process.env, PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH}` },
    },
  );
  expect([stdout.trimEnd().split("\n").at(-1), status]).toEqual(["3 passed, 0 failed", 0]);
});
