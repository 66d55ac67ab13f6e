import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { chooseInputs } from "../../../src/cli/input/input.ts";

const choose = (file: string) => chooseInputs({ files: [file], noInput: false, fromTerminal: false });

function problem(file: string): unknown {
  try {
    return choose(file);
  } catch (error) {
    return (error as { failure: unknown }).failure;
  }
}

describe("chooseInputs", () => {
  // The side of a pseudo-terminal that makes new ones is a terminal too, and is there without one of our own.
  test("refuses a terminal as a FILE, by whatever name", () => {
    const folder = mkdtempSync(join(tmpdir(), "writ-input-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const link = join(folder, "link");
    symlinkSync("/dev/ptmx", link);
    for (const input of ["/dev/ptmx", link]) {
      expect(problem(input)).toEqual({ kind: "input-missing", input, detail: "it is a terminal" });
    }
  });

  test("takes a device that is no terminal", () => {
    expect(choose("/dev/null")).toMatchObject([{ kind: "stream", name: "/dev/null" }]);
  });
});
