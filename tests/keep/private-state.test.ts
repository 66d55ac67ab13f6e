import { chmodSync, lchownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
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

  test.skipIf(me !== 0)("refuses a link that somebody else made, and takes one of this user's", () => {
    const link = join(state, "link");
    symlinkSync(state, link);
    expect(problemWith(link, me)).toBeNull();
    lchownSync(link, 65534, 65534);
    expect(problemWith(link, me)).toContain("it is a link that user 65534 made");
  });

  test.each(["approvals", "runs", "runs/user", "runs/shipped", "runners", "stages"])(
    "looks at the folder %s inside, which decides what runs",
    (name) => {
      const folder = join(state, name);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      chmodSync(folder, 0o777);
      const failure = { kind: "state-unusable", path: folder };
      expect(() => requirePrivateState(state)).toThrow(WritError);
      try {
        requirePrivateState(state);
      } catch (error) {
        expect((error as WritError).failure).toMatchObject(failure);
      }
    },
  );
});
