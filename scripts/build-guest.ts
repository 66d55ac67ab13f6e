import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { HELPERS, USUAL_HELPERS } from "../src/terms/helpers.ts";
import { bundleInParts, GUEST_OPTIONS } from "./guest-parts.ts";

const GUEST = fileURLToPath(new URL("../src/guest/", import.meta.url));

/**
 * Bundle what runs inside the child into `outdir`: `guest.txt`, which the runner module begins with, `writ.mjs` (what a
 * snippet may import), and `documents.js`, the parsers of YAML and TOML, which a run that reads one carries in its runner
 * module. They are apart so that a snippet cannot name what starts it.
 *
 * `guest.txt` holds scripts, with NUL between them: what every run needs, parts of it that some need, and the library of
 * helpers. The engine parses every module a second time at each start, by itself and slowly, to find its imports, and
 * scans its strings: a text that is imported as such costs next to nothing until it is compiled.
 */
export async function buildGuest(outdir: string): Promise<void> {
  await mkdir(outdir, { recursive: true });
  const [{ script, parts }, usual, library, documents] = await Promise.all([
    bundleInParts(`${GUEST}entry.ts`, [keepWritApart]),
    bundle("writ.ts", "esm"),
    bundle("writ/library.ts", "iife"),
    bundle("documents.ts", "iife"),
  ]);
  const texts = [`((texts,run)=>{${script}return guest})`, ...parts, `(()=>{${library}return guest})()`];
  await Promise.all([
    writeFile(`${outdir}/guest.txt`, texts.map(withoutWide).join("\0")),
    writeFile(`${outdir}/writ.mjs`, usual + withLibrary(texts.length - 1)),
    writeFile(`${outdir}/documents.js`, `(()=>{${documents}return guest.documentParsers})()`),
  ]);
}

/** The bundler leaves the characters of regular expressions as they are. One above U+00FF would double the text. */
function withoutWide(script: string): string {
  return script.replace(/[^\0-\x7f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * The helpers of the library as exports that compile it when the first one is called, and are the helpers themselves from
 * then on. Nothing of it is compiled where a snippet calls none. What is kept for that is in no snippet's reach: the text,
 * the engine's door for it (see `src/run/runner-module.ts`), and the invocation, which says how much memory the run may
 * take.
 */
function withLibrary(at: number): string {
  const names = HELPERS.filter((name) => !USUAL_HELPERS.includes(name));
  const thin = names.map((name) => `${name}=(...a)=>(load(),${name}(...a))`);
  return `import texts from"./guest.txt"with{type:"text"};const run=Deno[Deno.internal].core.evalContext,[words]=Deno.args,{parse}=JSON,here=import.meta.url,text=texts.split("\\0")[${at}],load=()=>{const r=run(text,here);if(r[1])throw r[1].thrown;({${names}}=r[0].load(parse(words).memoryBytes))};export let ${thin};`;
}

async function bundle(entry: string, format: "esm" | "iife"): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${GUEST}${entry}`],
    ...GUEST_OPTIONS,
    format,
    plugins: format === "iife" ? [keepWritApart] : [],
  });
  return outputFiles[0]!.text;
}

const keepWritApart: Plugin = {
  name: "keep-writ-apart",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/writ\.ts$/ }, () => ({ path: "writ", namespace: "apart" }));
    onLoad({ filter: /./, namespace: "apart" }, () => ({ contents: "" }));
  },
};
