import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clearHalves } from "../../src/keep/clear-halves.ts";

const NOW_MS = Date.UTC(2030, 0, 1);
const OLD_S = NOW_MS / 1000 - 25 * 60 * 60;

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "writ-halves-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const clear = () =>
  clearHalves(
    {
      ...{ state: join(root, "state"), data: join(root, "data"), config: join(root, "config") },
      ...{ shipped: "/none", project: null },
    },
    NOW_MS,
  );

function write(name: string, writtenS: number): string {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  utimesSync(path, writtenS, writtenS);
  return path;
}

describe("clearHalves", () => {
  test.each([
    ["state/consents.json.12.0123abcd.tmp"],
    ["state/approvals/a.json.12.0123abcd.tmp"],
    ["state/runs/project/b/c.json.12.0123abcd.tmp"],
    ["data/directives/a.md.12.0123abcd.tmp"],
    ["data/snippets/a.ts.12.0123abcd.tmp"],
    ["config/config.toml.12.0123abcd.tmp"],
  ])("removes %s after a day, and not before", (name) => {
    const young = write(name, OLD_S + 2 * 60 * 60);
    clear();
    expect(existsSync(young)).toBe(true);
    const old = write(name, OLD_S);
    clear();
    expect(existsSync(old)).toBe(false);
  });

  test.each([["state/consents.json"], ["data/directives/notes.tmp"], ["data/examples/a.md.12.0123abcd.tmp"]])(
    "leaves %s alone",
    (name) => {
      const path = write(name, OLD_S);
      clear();
      expect(existsSync(path)).toBe(true);
    },
  );
});
