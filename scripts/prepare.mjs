// Runs after `npm install` in a checkout. Builds `dist` where esbuild is there; a consumer's install
// (`--omit=dev`, a packed tarball) already has `dist`, and is left alone.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

if (existsSync("node_modules/esbuild") && existsSync("scripts/build.ts")) {
  const result = spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
  process.exitCode = result.status ?? 1;
}
