import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { problemWith, requirePrivateState } from "../../src/keep/private-state.ts";
import { WritError } from "../../src/terms/failure.ts";

const me = process.geteuid!();
let state = "";
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "writ state "));
});
afterEach(() => rmSync(state, { recursive: true }));

describe("requirePrivateState", () => {
  test("takes a folder that is this user's alone, and one that is not there yet", () => {
    expect(() => requirePrivateState(state)).not.toThrow();
    expect(() => requirePrivateState(join(state, "none"))).not.toThrow();
  });

  test.each([
    ["others", 0o707],
    ["the group", 0o770],
    ["everybody", 0o777],
  ])("refuses one that %s can write to", (_who, mode) => {
    chmodSync(state, mode);
    expect(problemWith(state, me)).toBe(
      `others can write to it (mode 0${mode.toString(8)}, wanted 0700): chmod 700 '${state}'`,
    );
  });

  test("refuses one that belongs to somebody else, and says to whom", () => {
    expect(problemWith(state, me + 1)).toContain(`belongs to user ${me} and you are ${me + 1}`);
  });

  test("looks at the folders inside that decide what runs", () => {
    const approvals = join(state, "approvals");
    mkdirSync(approvals);
    chmodSync(approvals, 0o777);
    const failure = { kind: "state-unusable", path: approvals };
    expect(() => requirePrivateState(state)).toThrow(WritError);
    try {
      requirePrivateState(state);
    } catch (error) {
      expect((error as WritError).failure).toMatchObject(failure);
    }
  });
});
