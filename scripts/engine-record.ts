// What the engine of this installation is, for dist/engine.json: a start compares it with what it finds.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { identity } from "../src/cli/sandbox/file-identity.ts";
import { findEngine } from "../src/run/engine.ts";

export function engineRecord(): string {
  const engine = findEngine();
  const { version } = JSON.parse(readFileSync(join(dirname(engine), "package.json"), "utf8"));
  const record = {
    identity: identity(engine),
    version: `${process.platform}-${process.arch} ${version}`,
    sha256: createHash("sha256").update(readFileSync(engine)).digest("hex"),
  };
  return `${JSON.stringify(record)}\n`;
}
