// Builds `dist`: the bundled program, the guest that runs inside the child, the declarations that snippets
// are checked against, and what shipped commands run from. Built beside and swapped in whole, so that a
// writ that starts meanwhile never sees half of it.
import { createHash } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { build } from "esbuild";
import { visibleScript } from "../src/run/visible-script.ts";
import { buildGuest } from "./build-guest.ts";
import { buildShipped } from "./build-shipped.ts";
import { bundleOptions } from "./bundle-options.ts";
import { engineRecord } from "./engine-record.ts";
import { shippedNotices } from "./licences.ts";

const next = mkdtempSync(".dist-");
try {
  await build(bundleOptions({ entryPoints: { main: "src/cli/main.ts" }, outdir: next }));
  await buildGuest(next);
  writeFileSync(`${next}/snippet.d.ts`, declarations());
  chmodSync(next, 0o755);
  mkdirSync(`${next}/shipped`);
  await buildShipped(`${next}/shipped`);
  writeFileSync(`${next}/visible.sed`, visibleScript());
  writeFileSync(`${next}/engine.json`, engineRecord());
  writeFileSync(`${next}/build-id`, `${buildId(next)}\n`);
  writeFileSync(`${next}/THIRD-PARTY-LICENSES`, await shippedNotices());
  swapIn(next, "dist");
} finally {
  rmSync(next, { recursive: true, force: true });
}

/** A name for what was built: run files are made again when it changes. */
function buildId(folder: string): string {
  const hash = createHash("sha256");
  for (const file of ["main.js", "guest.txt", "writ.mjs", "documents.js", "visible.sed"])
    hash.update(readFileSync(`${folder}/${file}`));
  return hash.digest("hex").slice(0, 16);
}

/** What snippets are checked against, in one file. */
function declarations(): string {
  return ["snippet", "helpers"].map((name) => readFileSync(`src/guest/${name}.d.ts`, "utf8")).join("\n");
}

function swapIn(from: string, to: string): void {
  const old = `${from}-old`;
  const existed = readdirSync(".").includes(to);
  if (existed) renameSync(to, old);
  renameSync(from, to);
  if (existed) rmSync(old, { recursive: true });
}
