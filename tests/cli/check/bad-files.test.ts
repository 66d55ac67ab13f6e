import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { scratchFolder } from "../../support/scratch-folder.ts";

interface FileVerdict {
  readonly file: string;
  readonly accepted: boolean;
  readonly findings: readonly {
    readonly rule: string;
    readonly message: string;
    readonly severity: string;
  }[];
}

/** The real program, in a home and a folder of its own. */
function writ(folder: string, ...words: readonly string[]) {
  const env = { PATH: process.env.PATH, HOME: folder };
  const ran = spawnSync(resolve("bin/writ"), words, { cwd: folder, env, encoding: "utf8", maxBuffer: 1e8 });
  if (ran.error) throw ran.error;
  return ran;
}

const BAD: readonly (readonly [name: string, text: string | Buffer, message: RegExp])[] = [
  ["empty.ts", "", /no default export/],
  ["comment.ts", "// nothing else\n", /no default export/],
  ["unended-comment.ts", "/* nothing else", /\*\/|cannot be read/],
  ["archive.ts", Buffer.from("504b0304140000000800ff80", "hex"), /byte \d+ is not UTF-8/],
  ["latin.ts", Buffer.from('export default () => "\xe9";', "latin1"), /byte 23 is not UTF-8/],
  ["marked.ts", "\ufeffexport default () => 1;", /\\u\{feff\} does not show/],
  ["brackets.ts", `export default () => ${"[".repeat(10_000)}${"]".repeat(10_000)};`, /more than 400 deep/],
  ["functions.ts", `export default ${"() => ".repeat(10_000)}1;`, /more than 400 deep/],
  ["line.ts", `export default () => [${"eval,".repeat(200_000)}];`, /`eval`/],
  ["template.ts", "export default () => `a${1 +", /does not parse|cannot be read/],
  ["page.tsx", "export default () => <p>text</p>;\n", /does not parse|cannot be read/],
  ["common.cjs", 'const fs = require("fs");\nmodule.exports = () => fs;\n', /no default export/],
];

describe("writ check ends with 3 and says why for each", () => {
  const folder = scratchFolder("writ-bad-files");
  for (const [name, text] of BAD) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "good.ts"), "export default () => 1;\n");
  const { status, stdout, stderr } = writ(folder, "check", ".", "--json");
  const rows = new Map((JSON.parse(stdout) as FileVerdict[]).map((row) => [row.file, row]));

  test.each(BAD.map(([name, , message]) => [name, message] as const))("%s", (name, message) => {
    const { accepted, findings } = rows.get(name)!;
    expect(accepted).toBe(false);
    const refusing = findings.filter(({ severity }) => severity === "refuse");
    expect(refusing.map((one) => one.message).join("\n")).toMatch(message);
  });

  test("and accepts the good one among them, with nothing on stderr", () => {
    expect(rows.get("good.ts")).toMatchObject({ accepted: true, findings: [] });
    expect([status, stderr]).toEqual([3, ""]);
    expect(rows.size).toBe(BAD.length + 1);
  });
});

test("writ check of 1,000 files prints what was refused and a summary, and ends with 3", () => {
  const folder = scratchFolder("writ-many-files");
  for (let i = 0; i < 1000; i++) {
    const inner = join(folder, `part${i % 10}`);
    mkdirSync(inner, { recursive: true });
    const code = i % 250 === 0 ? "process.pid" : `"${i}"`;
    writeFileSync(join(inner, `${i}.ts`), `export default () => ${code};\n`);
  }
  const { status, stdout } = writ(folder, "check", ".");
  expect(status).toBe(3);
  expect(stdout.split("\n").slice(-3)).toEqual([
    "1000 files: 996 accepted, 4 refused",
    "  4 by no-unknown-globals",
    "",
  ]);
  expect(stdout.match(/: refused \(1\)$/gm)).toHaveLength(4);
});

test("writ check names what it cannot read on stderr, checks the rest, and ends with 66", () => {
  const folder = scratchFolder("writ-unread-files");
  symlinkSync("circle.ts", join(folder, "circle.ts"));
  symlinkSync("gone.ts", join(folder, "link.ts"));
  writeFileSync(join(folder, "good.ts"), "export default () => 1;\n");
  const { status, stdout, stderr } = writ(folder, "check", ".");
  expect(status).toBe(66);
  expect(stdout).toBe("3 files: 1 accepted, 0 refused, 2 could not be read\n");
  expect(stderr).toMatch(/cannot read "circle.ts": its links lead in a circle\n/);
  expect(stderr).toMatch(/cannot read "link.ts": there is no such file\n/);
});
