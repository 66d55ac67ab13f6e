import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ended, makeRoot, NODE_26, npm, person } from "../support/install.ts";

const SYSTEM = "/usr/local/bin:/usr/bin:/bin";
const MAIN_JOB = '"the ten most frequent addresses" access.log --yes | head -1';
const FIRST = '{"value":"203.0.113.11","count":323}\n';

let made: ReturnType<typeof makeRoot>;
beforeAll(() => {
  made = makeRoot();
});
afterAll(() => made.close());

/** A project with writ as its dependency. */
function project(name: string, ...flags: readonly string[]) {
  const folder = join(made.root, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  expect(npm(["install", ...flags, made.tarball], folder).exit).toBe(0);
  return { folder, writ: `"${join(folder, "node_modules", ".bin", "writ")}"` };
}

describe("as a dependency of a project", () => {
  test("it is started by npx and does the main job", () => {
    const { folder } = project("with npx");
    const { does } = person(made.root, { path: SYSTEM });
    expect(
      does(`log=$PWD/access.log; cd "${folder}" && npx writ ${MAIN_JOB.replace("access.log", '"$log"')}`)
        .stdout,
    ).toBe(FIRST);
  });

  test.each(["--omit=dev", "--ignore-scripts"])("%s installs all of it", (flag) => {
    const { writ } = project(`with ${flag}`, flag);
    const { does } = person(made.root);
    expect(does(`${writ} doctor`).stdout).not.toContain("✗");
    expect(does(`${writ} ${MAIN_JOB}`).stdout).toBe(FIRST);
  });

  describe("with --omit=optional", () => {
    let writ: string;
    beforeAll(() => {
      ({ writ } = project("with omitted", "--omit=optional"));
    });

    test("an older Node is named, and what would help", () => {
      const { does } = person(made.root, { path: olderNode(made.root) });
      expect(does(`${writ} doctor`)).toEqual<Ended>({
        stdout: "",
        stderr:
          "writ: the Node on PATH is version 20, and writ needs 24 or newer\n" +
          "  install a newer Node, or install writ with its optional dependencies\n",
        exit: 70,
      });
    });

    test("the missing engine is named, and what would help", () => {
      const { does } = person(made.root, { path: `${NODE_26}:${SYSTEM}` });
      const { stdout, stderr, exit } = does(`${writ} ${MAIN_JOB.replace(" | head -1", "")}`);
      expect([stdout, exit]).toEqual(["", 125]);
      expect(stderr).toMatch(
        /the engine that runs snippets is missing: the package @deno\/\S+ is not installed/,
      );
      expect(stderr).toContain("install writ again with optional dependencies");
    });

    test("what needs no engine works", () => {
      const { does } = person(made.root, { path: `${NODE_26}:${SYSTEM}` });
      expect([does(`${writ} list`).exit, does(`${writ} show top-values`).exit]).toEqual([0, 0]);
    });
  });
});

// Stands for a Node of that version: what the launcher asks of it is its version.
function olderNode(root: string): string {
  const bin = join(root, "older node");
  mkdirSync(bin);
  writeFileSync(join(bin, "node"), "#!/bin/sh\necho 20\n", { mode: 0o755 });
  return `${bin}:${SYSTEM}`;
}

describe("npm link", () => {
  test("puts the checkout's writ on PATH, and takes it away again", () => {
    const prefix = join(made.root, "linked");
    mkdirSync(join(prefix, "lib"), { recursive: true });
    expect(npm(["link", "--ignore-scripts"], process.cwd(), prefix).exit).toBe(0);
    const { does } = person(made.root, { path: `${join(prefix, "bin")}:${SYSTEM}` });
    expect(does(`writ ${MAIN_JOB}`).stdout).toBe(FIRST);
    expect(npm(["unlink", "--global", "writ"], prefix, prefix).exit).toBe(0);
    expect([existsSync(join(prefix, "bin", "writ")), existsSync("dist/main.js")]).toEqual([false, true]);
  });
});
