import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { WritError } from "../terms/failure.ts";

// Packages that hold just the engine's binary, by platform. Alpine and other musl systems have none.
const PACKAGES: Readonly<Record<string, string>> = {
  "linux-x64": "@deno/linux-x64-glibc",
  "linux-arm64": "@deno/linux-arm64-glibc",
  "darwin-x64": "@deno/darwin-x64",
  "darwin-arm64": "@deno/darwin-arm64",
};

/**
 * Absolute path of the engine that came with this installation. Throws `engine-missing`. It is looked for in writ's own
 * `node_modules` and in those that hold writ, never in folders that merely lie above it, and never on PATH.
 */
export function findEngine(
  at: { readonly platform: string; readonly arch: string; readonly module: string } = {
    platform: process.platform,
    arch: process.arch,
    module: fileURLToPath(import.meta.url),
  },
): string {
  const name = PACKAGES[`${at.platform}-${at.arch}`];
  if (!name) throw missing(`there is none for ${at.platform} on ${at.arch}`);
  const path = packageFolders(at.module)
    .map((folder) => join(folder, name, "deno"))
    .find(existsSync);
  if (path === undefined) throw missing(`the package ${name} is not installed`);
  return realpathSync(path);
}

/** The nearest package's `node_modules`, then every folder of that name above it. */
function packageFolders(module: string): readonly string[] {
  const above = foldersAbove(module);
  const own = above.find((folder) => existsSync(join(folder, "package.json")));
  return [
    ...(own === undefined ? [] : [join(own, "node_modules")]),
    ...above.filter((folder) => basename(folder) === "node_modules"),
  ];
}

function foldersAbove(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...foldersAbove(folder)];
}

function missing(detail: string): WritError {
  return new WritError({ kind: "engine-missing", detail });
}
