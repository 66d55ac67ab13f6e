import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { brokenArrows } from "../../scripts/arrows.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "writ-arrows-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function tree(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, "src", path)), { recursive: true });
    writeFileSync(join(root, "src", path), text);
  }
  return brokenArrows(root);
}

const HONEST = {
  "terms/a.ts": "export const a = 1;\n",
  "draft/b.ts": 'import { a } from "../terms/a.ts";\nexport const b = a;\n',
  "cli/c.ts":
    'import { b } from "../draft/b.ts";\nconst d = () => import("../check/d.ts");\nexport { b, d };\n',
  "check/d.ts": "export {};\n",
};

describe("brokenArrows", () => {
  test("finds nothing in a tree that keeps them", () => {
    expect(tree(HONEST)).toEqual({ broken: [], files: 4 });
  });

  test.each([
    ["an import", 'import { d } from "../check/d.ts";\n'],
    ["a type import", 'import type { d } from "../check/d.ts";\n'],
    ["an inline type import", 'import { type d } from "../check/d.ts";\n'],
    ["a re-export", 'export * from "../check/d.ts";\n'],
    ["a dynamic import", 'export const d = () => import("../check/d.ts");\n'],
  ])("finds %s from one verb to another", (_name, text) => {
    const { broken } = tree({ ...HONEST, "draft/e.ts": `\n${text}` });
    expect(broken).toEqual([
      {
        file: "draft/e.ts",
        line: 2,
        problem: "draft may not import check: a verb: it does not know the other verbs",
      },
    ]);
  });

  test("finds an effect outside its home", () => {
    const { broken } = tree({ ...HONEST, "draft/e.ts": 'import { spawn } from "node:child_process";\n' });
    expect(broken.map(({ problem }) => problem)).toEqual([
      "node:child_process belongs to run/spawn.ts, host/: snippets start in run/spawn, other programs in host",
    ]);
  });

  test("finds a folder that has no row", () => {
    const { broken } = tree({ ...HONEST, "utils/e.ts": "export {};\n" });
    expect(broken[0]?.problem).toBe("src/utils has no row in the arrows");
  });

  test("does not take what it cannot parse for innocent", () => {
    expect(() => tree({ ...HONEST, "draft/e.ts": "import {" })).toThrow(/does not parse/);
  });
});
