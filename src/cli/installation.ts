import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder with writ's own `package.json`: above `dist` in an installation, above `src` in a checkout. */
export function packageRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) throw new Error("writ's package.json is not above its code");
  }
}

/** Files that the build put into `dist`. */
export const distPath = (...parts: string[]): string => join(packageRoot(), "dist", ...parts);

/** What a snippet can see, as TypeScript declarations: for the type stage and the prompt. */
export function readDeclarations(): string {
  return readFileSync(distPath("snippet.d.ts"), "utf8");
}

/** The version in writ's own `package.json`. */
export function version(): string {
  return JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")).version;
}
