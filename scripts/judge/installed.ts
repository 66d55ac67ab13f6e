import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";
import type { Text } from "./judged.ts";

/** Collections of algorithms and small pure modules among what this project is built with. */
const FOLDERS = [
  ...["array", "function", "map", "math", "object", "predicate", "promise", "set", "string", "util"].map(
    (name) => `es-toolkit/dist/${name}`,
  ),
  ...["ansi-regex", "boundary", "code-excerpt", "diff/libesm", "escape-string-regexp", "estree-walker/src"],
  ...["get-east-asian-width", "indent-string", "js-tokens", "pure-rand", "quick-lru", "slice-ansi"],
  ...["smol-toml/dist", "string-width", "strip-json-comments", "wrap-ansi"],
];
const MODULES = "node_modules";

/** Each module with what it imports, as one text with a default function, as a snippet would carry it. */
export async function installedTexts(): Promise<readonly Text[]> {
  const paths = FOLDERS.flatMap(modulesIn);
  const texts = await Promise.all(paths.map(bundled));
  return texts.filter((one) => one !== null);
}

function modulesIn(folder: string): readonly string[] {
  const files = readdirSync(join(MODULES, folder), { recursive: true, withFileTypes: true }).filter(
    (one) => one.isFile() && /\.m?js$/.test(one.name) && !one.name.includes(".min."),
  );
  // Where a package has its modules twice, the other ones are for `require`.
  const hasMjs = files.some(({ name }) => name.endsWith(".mjs"));
  const wanted = files.filter(({ name }) => !hasMjs || name.endsWith(".mjs"));
  return wanted.map(({ parentPath, name }) => join(parentPath, name));
}

async function bundled(path: string): Promise<Text | null> {
  try {
    const { outputFiles } = await build({
      stdin: { contents: `export * from ${JSON.stringify(`./${path}`)};`, resolveDir: process.cwd() },
      ...{ bundle: true, write: false, format: "esm", target: "esnext", platform: "neutral" },
      logLevel: "silent",
    });
    return { id: relative(MODULES, path), code: `${outputFiles[0]!.text}\nexport default () => null;\n` };
  } catch {
    // It imports what no snippet could: modules of Node.
    return null;
  }
}
