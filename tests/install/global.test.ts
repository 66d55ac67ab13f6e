import { chmodSync, existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeRoot, NODE_26, npm, pathWithoutNode, person } from "../support/install.ts";

const SYSTEM = "/usr/local/bin:/usr/bin:/bin";
const DIRECTIVE = '"the ten most frequent addresses" access.log';
const FIRST = '{"value":"203.0.113.11","count":323}\n';

let made: ReturnType<typeof makeRoot>;
let prefix: string;
let writ: string;
beforeAll(() => {
  made = makeRoot();
  prefix = join(made.root, "a prefix");
  const { exit, stderr } = npm(["install", "--global", made.tarball], made.root, prefix);
  expect([exit, stderr]).toEqual([0, ""]);
  writ = `"${join(prefix, "bin", "writ")}"`;
});
afterAll(() => made.close());

describe("npm install --global of the tarball, in a path with spaces and an é", () => {
  test("does the main job: a directive on a file, saved, and run in a pipe", () => {
    const { does } = person(made.root);
    const first = does(`${writ} ${DIRECTIVE} --yes --save busiest | head -1`);
    expect([first.stdout, first.exit]).toEqual([FIRST, 0]);
    for (const time of ["first, through Node", "second, without"]) {
      expect({ time, ...does(`cat access.log | ${writ} run busiest -n 1 | cat`) }).toEqual({
        time,
        stdout: FIRST,
        stderr: "",
        exit: 0,
      });
    }
  });

  test("brings its files, with the licences of what it is built from", () => {
    const installed = join(prefix, "lib", "node_modules", "writ");
    expect(readdirSync(installed).sort()).toEqual(
      ["CHANGELOG.md", "LICENSE", "README.md", "bin", "directives", "dist", "docs"].concat([
        "node_modules",
        "package.json",
        "samples",
        "snippets",
      ]),
    );
    expect(statSync(join(installed, "dist", "THIRD-PARTY-LICENSES")).size).toBeGreaterThan(10_000);
  });

  test("runs where PATH has no Node at all", () => {
    const { does } = person(made.root, { path: pathWithoutNode(made.root) });
    expect(does("command -v node npm").stdout).toBe("");
    expect(does(`${writ} ${DIRECTIVE} --yes | head -1`).stdout).toBe(FIRST);
  });

  test.each([
    ["this machine's Node", SYSTEM],
    ["Node 26", `${NODE_26}:${SYSTEM}`],
  ])("runs on its own Node where PATH has %s", (_, path) => {
    const { does } = person(made.root, { path });
    expect(does(`${writ} doctor`).stdout).toMatch(/^ +writ +[\d.]+ on Node 26\./);
    expect(does(`${writ} ${DIRECTIVE} --yes | head -1`).stdout).toBe(FIRST);
  });

  test.skipIf(process.getuid?.() !== 0)("runs for another user, who cannot write to it", () => {
    const nobody = { uid: 65534, gid: 65534 };
    const { does } = person(open(made.root), { as: nobody });
    expect(does(`touch "${prefix}/bin/x"`).exit).not.toBe(0);
    const { stdout, exit } = does(`${writ} ${DIRECTIVE} --yes --save busiest | head -1`);
    expect([stdout, exit]).toEqual([FIRST, 0]);
    expect(does(`${writ} run busiest -n 1 <access.log | cat`).stdout).toBe(FIRST);
  });
});

// mkdtemp makes a folder for its owner alone.
function open(root: string): string {
  chmodSync(root, 0o755);
  return root;
}

describe("npm uninstall --global", () => {
  test("leaves the user's own files and nothing else", () => {
    const { does, files } = person(made.root);
    does(`${writ} ${DIRECTIVE} --yes --save busiest`);
    const kept = files();
    expect(kept).toContain(".local/share/writ/snippets/busiest.ts");
    expect(npm(["uninstall", "--global", "writ"], made.root, prefix).exit).toBe(0);
    expect(files()).toEqual(kept);
    expect(kept.filter((path) => !/^\.(config|local\/share|local\/state)\/writ\//.test(path))).toEqual([]);
    expect([
      existsSync(join(prefix, "bin", "writ")),
      readdirSync(join(prefix, "lib", "node_modules")),
    ]).toEqual([false, []]);
  });
});
