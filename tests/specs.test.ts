import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { matches } from "./support/matches.ts";
import { openStage, readSpec } from "./support/spec.ts";

const FOLDER = "tests/specs";
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yaml"))
  .sort();

describe("writ on the command line", () => {
  test.each(files)("%s", async (file) => {
    const spec = readSpec(join(FOLDER, file));
    const stage = await openStage(spec);
    try {
      for (const step of spec.steps) {
        const ran = await stage.run(step);
        const wanted = {
          stdout: matches(step.stdout, ran.stdout) ? ran.stdout : step.stdout,
          stderr: step.stderr === undefined || matches(step.stderr, ran.stderr) ? ran.stderr : step.stderr,
          exit: step.exit,
        };
        expect({ run: step.run, ...ran }).toEqual({ run: step.run, ...wanted });
      }
      if (spec.model) expect(stage.server?.requests.length).toBe(spec.model.length);
    } finally {
      await stage.close();
    }
  });
});

describe("matches", () => {
  test.each([
    ["a\n", "a\n", true],
    ["a [..] c\n", "a b c\n", true],
    ["a [..] c\n", "a b\n c\n", false],
    ["a\n[...]\nz\n", "a\nb\nc\nz\n", true],
    ["a\n[...]\nz\n", "a\nz\n", true],
    ["a.c\n", "abc\n", false],
  ])("of %j with %j", (expected, actual, result) => {
    expect(matches(expected, actual)).toBe(result);
  });
});
