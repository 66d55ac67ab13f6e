// Shipped commands are approved by installation, through this list: the hashes of text and code, and what a
// run starts from, derived once here. A shipped command that the check refuses, or whose front matter names
// other bytes than lie beside it, fails the build.
import { readFileSync, writeFileSync } from "node:fs";
import { check } from "../src/check/check.ts";
import { readCommand } from "../src/keep/library.ts";
import { listNames } from "../src/keep/locate-command.ts";
import { sha256 } from "../src/keep/sha256.ts";
import type { Compiled } from "../src/terms/command.ts";
import { keptLimits } from "../src/terms/limit.ts";

export async function buildShipped(outdir: string): Promise<void> {
  const root = process.cwd();
  const places = { config: "", data: "/dev/null", state: "", shipped: root, project: null };
  for (const { name } of listNames(places)) {
    const { code, head, paths } = readCommand("shipped", root, name);
    const hash = sha256(code);
    if (head.sha256 !== hash)
      throw new Error(`${paths.directive} names sha256 ${head.sha256}, the code has ${hash}`);
    const verdict = check(code);
    if (!verdict.accepted) throw new Error(`${paths.snippet} is refused: ${verdict.findings[0]?.message}`);
    const compiled: Compiled = {
      v: 1,
      name,
      sha256: hash,
      directiveSha256: sha256(readFileSync(paths.directive)),
      javascript: verdict.javascript,
      schema: verdict.schema,
      reads: verdict.reads,
      values: head.options ?? {},
      project: null,
      capabilities: verdict.capabilities,
      limits: keptLimits(2 ** 31),
      requiredLevel: "strong",
    };
    writeFileSync(`${outdir}/${name}.json`, `${JSON.stringify(compiled)}\n`);
  }
}
