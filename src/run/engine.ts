import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { WritError } from "../terms/failure.ts";

// Packages that hold just the engine's binary, by platform. Alpine and other musl systems have none.
const PACKAGES: Readonly<Record<string, string>> = {
  "linux-x64": "@deno/linux-x64-glibc",
  "linux-arm64": "@deno/linux-arm64-glibc",
  "darwin-x64": "@deno/darwin-x64",
  "darwin-arm64": "@deno/darwin-arm64",
};

/** Absolute path of the engine that came with this installation. Throws `engine-missing`. Never looks on PATH. */
export function findEngine(platform: string = process.platform, arch: string = process.arch): string {
  const name = PACKAGES[`${platform}-${arch}`];
  if (!name) throw missing(`there is none for ${platform} on ${arch}`);
  try {
    const path = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), "deno");
    if (existsSync(path)) return path;
  } catch {
    // Falls through to the one sentence for both.
  }
  throw missing(`the package ${name} is not installed`);
}

function missing(detail: string): WritError {
  return new WritError({ kind: "engine-missing", detail });
}
