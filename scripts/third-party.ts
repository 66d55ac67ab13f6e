// What of other people's ships: bundled into `dist` (known from the bundle itself), or installed beside it (known
// from the lock file, for every platform).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { z } from "zod";
import { bundleOptions } from "./bundle-options.ts";

/** A package of somebody else's. `licence` is its SPDX expression. */
export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** "bundled": its code is in `dist`. "platform": installed only where it fits the machine. */
  readonly how: "bundled" | "installed" | "platform";
  /** Subresource integrity of its tarball; null where the lock file has none. */
  readonly integrity: string | null;
  /** Where it lies, to read its licence from. */
  readonly folder: string;
}

const locked = z.object({
  /** Where the package is installed under another name than its own. */
  name: z.string().optional(),
  version: z.string().optional(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
});
const lockFile = z.object({ packages: z.record(z.string(), locked) });
const manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** Everything in `root` that ships with it, by name. */
export async function thirdParty(root: string): Promise<readonly ThirdParty[]> {
  const { metafile } = await build({
    ...bundleOptions({ entryPoints: { main: "src/cli/main.ts" }, outdir: "dist" }),
    metafile: true,
    write: false,
  });
  const lock = lockFile.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"))).packages;
  const all = [...bundled(root, metafile, lock), ...installed(root, lock)];
  const once = new Map(all.map((one) => [`${one.name} ${one.version}`, one]));
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

type Lock = z.infer<typeof lockFile>["packages"];

function bundled(root: string, metafile: Metafile, lock: Lock): ThirdParty[] {
  return bundledFolders(metafile).map((folder) => {
    const path = join(root, folder);
    const { name, version, license } = manifest.parse(
      JSON.parse(readFileSync(join(path, "package.json"), "utf8")),
    );
    const integrity = lock[folder.slice(folder.indexOf("node_modules/"))]?.integrity ?? null;
    return { name, version, licence: license, how: "bundled", integrity, folder: path };
  });
}

/** The package folders whose code is in a bundle: what was read and then dropped is not. */
export function bundledFolders({ outputs }: Pick<Metafile, "outputs">): readonly string[] {
  const folders = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
      return folder !== undefined && bytesInOutput > 0 ? [folder] : [];
    }),
  );
  return [...new Set(folders)].sort();
}

function installed(root: string, lock: Lock): ThirdParty[] {
  return Object.entries(lock).flatMap(([path, { name, version, license, integrity, dev, optional }]) => {
    if (path === "" || dev) return [];
    return {
      name: name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version: version ?? "",
      licence: license ?? "",
      how: optional ? ("platform" as const) : ("installed" as const),
      integrity: integrity ?? null,
      folder: join(root, path),
    };
  });
}

/** The licence files of a package, whole; empty where it has none. */
export function licenceTexts(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
}
