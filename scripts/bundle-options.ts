// How the product is bundled: by the build for `dist`, and by tests for programs that draw with Ink.
import { fileURLToPath } from "node:url";
import type { BuildOptions } from "esbuild";
import { lighterPackages } from "./lighter-packages.ts";

/** Loaded from `node_modules` at run time: they carry native code, or start as a program of their own. */
const EXTERNAL = [
  "tree-sitter",
  "tree-sitter-javascript",
  "tree-sitter-typescript",
  "typescript",
  "node-pty",
];

// Some bundled packages are CommonJS and call `require`, which an ES module does not have.
const REQUIRE = `import { createRequire as bundleRequire } from "node:module";
const require = bundleRequire(import.meta.url);`;

/**
 * Options for one esbuild call. Every dynamic `import()` becomes a chunk of its own, so that Ink, openai
 * and the parser are read only where they are needed. Output is `.js`, and `outdir` must be an ES module
 * scope (`"type": "module"`).
 */
export function bundleOptions(paths: {
  readonly entryPoints: string[] | Record<string, string>;
  readonly outdir: string;
}): BuildOptions {
  const { entryPoints, outdir } = paths;
  return {
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    chunkNames: "chunks/[name]-[hash]",
    jsx: "automatic",
    // Without it React runs its development build, several times slower.
    define: { "process.env.NODE_ENV": '"production"' },
    alias: {
      // Ink imports it behind a debugging variable; as an external it would be hoisted to a static import.
      "react-devtools-core": besideThis("no-devtools.ts"),
      "restore-cursor": besideThis("no-restore-cursor.ts"),
    },
    external: EXTERNAL,
    plugins: [lighterPackages],
    banner: { js: REQUIRE },
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    logLevel: "warning",
  };
}

function besideThis(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
