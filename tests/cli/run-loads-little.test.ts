// `writ run NAME` starts fast because it loads little: what its chunks import statically, by the build's own
// account.
import { isBuiltin } from "node:module";
import { build, type Metafile } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { bundleOptions } from "../../scripts/bundle-options.ts";

let meta: Metafile;

beforeAll(async () => {
  const options = bundleOptions({ entryPoints: { main: "src/cli/main.ts" }, outdir: "dist" });
  meta = (await build({ ...options, metafile: true, write: false })).metafile;
});

/** Every package that is loaded when these entry files are, dynamic imports left out. */
function packagesLoaded(entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (output: string) => {
    if (seen.has(output)) return;
    seen.add(output);
    const { inputs, imports } = meta.outputs[output]!;
    for (const input of Object.keys(inputs)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
      if (name) packages.add(name);
    }
    for (const { path, kind, external } of imports) {
      if (kind === "dynamic-import") continue;
      if (external) packages.add(path);
      else visit(path);
    }
  };
  entries.forEach(visit);
  return [...packages].filter((name) => !isBuiltin(name)).sort();
}

const outputOf = (source: string) =>
  Object.entries(meta.outputs).find(([, { entryPoint }]) => entryPoint === source)![0];

describe("writ run", () => {
  test("loads commander and the XDG folders, and no other package", () => {
    const entries = [outputOf("src/cli/main.ts"), outputOf("src/cli/commands/run.ts")];
    expect(packagesLoaded(entries)).toEqual(["commander", "xdg-basedir"]);
  });

  test("is told apart from what asking loads (control)", () => {
    const loaded = packagesLoaded([
      outputOf("src/cli/kept/approve-command.ts"),
      outputOf("src/shell/screen.tsx"),
    ]);
    expect(loaded).toEqual(expect.arrayContaining(["ink", "react", "yaml", "zod"]));
  });
});
