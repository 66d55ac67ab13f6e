// A command of the benchmark's own among those of its user, approved.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

/** Keep `bench/snippets/NAME.ts` under a home folder and approve it. */
export function keepCommand(name: string, home: string): void {
  const code = readFileSync(`bench/snippets/${name}.ts`, "utf8");
  const sha256 = createHash("sha256").update(code).digest("hex");
  const words = /\/\*\* (.*) \*\//.exec(code)![1]!;
  const folder = `${home}/.local/share/writ`;
  for (const one of ["directives", "snippets"])
    mkdirSync(`${folder}/${one}`, { recursive: true, mode: 0o700 });
  writeFileSync(`${folder}/snippets/${name}.ts`, code);
  writeFileSync(
    `${folder}/directives/${name}.md`,
    `---\nschema: 1\ndescription: ${words}\nexamples: []\ncapabilities: []\nsha256: ${sha256}\n---\n${words}\n`,
  );
  const { status, stderr } = spawnSync("bin/writ", ["approve", name, "--yes"], {
    env: { PATH: process.env.PATH, HOME: home },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`bench/snippets/${name}.ts is not approved: ${stderr}`);
}
