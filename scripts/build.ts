// Builds `dist`: the bundled program, the guest that runs inside the child, the declarations that snippets
// are checked against, and what shipped commands run from. Built beside and swapped in whole, so that a
// writ that starts meanwhile never sees half of it.
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { build } from "esbuild";
import { buildGuest } from "./build-guest.ts";
import { buildShipped } from "./build-shipped.ts";
import { bundleOptions } from "./bundle-options.ts";

const next = mkdtempSync(".dist-");
try {
  await build(bundleOptions({ entryPoints: { main: "src/cli/main.ts" }, outdir: next }));
  await buildGuest(next);
  cpSync("src/guest/snippet.d.ts", `${next}/snippet.d.ts`);
  chmodSync(next, 0o755);
  mkdirSync(`${next}/shipped`);
  await buildShipped(`${next}/shipped`);
  swapIn(next, "dist");
} finally {
  rmSync(next, { recursive: true, force: true });
}

function swapIn(from: string, to: string): void {
  const old = `${from}-old`;
  const existed = readdirSync(".").includes(to);
  if (existed) renameSync(to, old);
  renameSync(from, to);
  if (existed) rmSync(old, { recursive: true });
}
