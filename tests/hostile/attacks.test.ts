// Every attack of tests/hostile/attacks, at the level that this machine reaches, with the check left out: each
// ends as its head says, and got nothing. The controls do the same unsealed and get it, so that a denial is known
// to be one.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type AttackHead, expectationAt, holeAt, readHead } from "../../scripts/hostile/attack-file.ts";
import type { Report } from "../../scripts/hostile/run-attack.ts";
import type { UnsealedReport } from "../../scripts/hostile/run-unsealed.ts";
import type { Outcome } from "../../src/terms/outcome.ts";
import { reachedHere } from "../support/this-machine.ts";

const ATTACKS = resolve("tests/hostile/attacks");
const { level } = await reachedHere();
const attacks = readdirSync(ATTACKS, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .sort()
  .map((name) => ({ name, head: readHead(readFileSync(join(ATTACKS, name), "utf8")) }));
const areas = Object.entries(Object.groupBy(attacks, ({ name }) => name.split("/")[0]!));

/** The script's lines by file. What it says on stderr is for a person. */
function hostile<T extends { readonly file: string }>(...words: readonly string[]): Map<string, T> {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [resolve("scripts/hostile.ts"), ATTACKS, ...words],
    {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (status !== 0) throw new Error(`scripts/hostile.ts ended with ${status}: ${stderr.slice(-2000)}`);
  return new Map(
    stdout
      .trim()
      .split("\n")
      .map((line): [string, T] => [JSON.parse(line).file, JSON.parse(line)]),
  );
}

describe("an attack", () => {
  let reports: Map<string, Report>;
  beforeAll(() => {
    reports = hostile<Report>("--jobs", "2");
  }, 120_000);

  for (const [area, members] of areas) {
    describe(area, () => {
      for (const { name, head } of members!) {
        const expected = expectationAt(head, level);
        const hole = holeAt(head, level);
        const title = hole ? `${name} gets through: ${hole}` : `${name} is stopped: ${head.tries}`;
        // A hole that was mended fails here, until its line is taken out of the head.
        const run = hole ? test.fails : test.skipIf(expected === null);
        run(title, () => expectStopped(reports.get(name)!, head));
      }
    });
  }
});

describe("a control", () => {
  let reports: Map<string, UnsealedReport>;
  beforeAll(() => {
    reports = hostile<UnsealedReport>("--controls");
  }, 120_000);

  const controls = attacks.filter(({ head }) => head.control !== null);
  test.each(controls)("$name succeeds unsealed", ({ name, head: { control } }) => {
    const report = reports.get(name)!;
    if (control instanceof RegExp) expect(`${report.stdout}${report.stderr}`).toMatch(control);
    else expect(report.breaches.map(({ breach }) => breach)).toContain(control);
  });

  test.each(areas.map(([area]) => area))("stands in the folder %s", (area) => {
    expect(
      attacks.some(
        ({ name, head }) => name.startsWith(`${area}/`) && (head.control || name.includes("/within-")),
      ),
    ).toBe(true);
  });
});

test("every attack says what it tries and how it must end", () => {
  const silent = attacks.filter(
    ({ head }) => head.tries === "" || Object.keys(head.expectations).length === 0,
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
  expect(attacks.length).toBeGreaterThanOrEqual(120);
});

function expectStopped(report: Report, head: AttackHead): void {
  const { endings, stderr, stdout } = expectationAt(head, level)!;
  expect(report.breaches).toEqual([]);
  expect(endings, report.stderr).toContainEqual(endingOf(report.outcome));
  if (stderr) expect(report.stderr).toMatch(stderr);
  if (stdout) expect(report.stdout).toMatch(stdout);
}

function endingOf(outcome: Outcome): object {
  return outcome.kind === "limit" ? { kind: outcome.kind, limit: outcome.limit } : { kind: outcome.kind };
}
