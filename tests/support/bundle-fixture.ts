import { symlink, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { build } from "esbuild";
import { bundleOptions } from "../../scripts/bundle-options.ts";
import { scratchFolder } from "./scratch-folder.ts";

/** Bundle a program of the tests as the product is bundled. Returns the file to run with Node. */
export async function bundleFixture(path: string): Promise<string> {
  const outdir = scratchFolder("fixture");
  await writeFile(join(outdir, "package.json"), '{ "type": "module" }\n');
  // What is not bundled, for it carries native code, is found as the product finds it.
  await symlink(resolve("node_modules"), join(outdir, "node_modules"));
  await build(bundleOptions({ entryPoints: [path], outdir }));
  return join(outdir, basename(path).replace(/\.tsx?$/, ".js"));
}
