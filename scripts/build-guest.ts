import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { HELPERS, USUAL_HELPERS } from "../src/terms/helpers.ts";

const GUEST = fileURLToPath(new URL("../src/guest/", import.meta.url));

/**
 * Bundle what runs inside the child into `outdir`: `guest.mjs` (`start`) and `writ.mjs` (what a snippet may
 * import), and `documents.js`, the parsers of YAML and TOML, which a run that reads one carries in its runner module. The
 * first imports the second, because the sealed engine lets a snippet from memory import only
 * modules that the trusted ones already loaded. They stay two files so that a snippet cannot name `start`.
 */
export async function buildGuest(outdir: string): Promise<void> {
  await mkdir(outdir, { recursive: true });
  const [guest, usual, library, documents] = await Promise.all([
    bundle("entry.ts", "iife"),
    bundle("writ.ts", "esm"),
    bundle("writ/library.ts", "iife"),
    bundle("documents.ts", "iife"),
  ]);
  await Promise.all([
    writeFile(`${outdir}/guest.mjs`, asText(guest)),
    writeFile(`${outdir}/writ.mjs`, usual + withLibrary(library)),
    writeFile(`${outdir}/documents.js`, `(()=>{${documents}return guest.documentParsers})()`),
  ]);
}

// deno_core's own door to the compiler.
const EVAL = "Deno[Deno.internal].core.evalContext";

/**
 * A module that holds a script as text and has the engine compile it. The engine parses every module a second time
 * at each start, by itself and slowly, to find its imports: over a text there is nothing to parse. `evalContext` is the
 * engine's own door to the compiler (deno_core, pinned with the engine); it is not what the flag against code from
 * strings closes, and out of a snippet's reach with the rest of `Deno`.
 */
function asText(script: string): string {
  return `import"./writ.mjs";const[guest,failed]=${EVAL}(${textOf(script)},import.meta.url);if(failed)throw failed.thrown;export const{start}=guest;`;
}

/**
 * The helpers of the library as exports that compile it when the first one is called, and are the helpers themselves from
 * then on. Nothing of it is compiled where a snippet calls none. What is kept for that is in no snippet's reach: one text,
 * the engine's door for it, and the invocation, which says how much memory the run may take.
 */
function withLibrary(script: string): string {
  const names = HELPERS.filter((name) => !USUAL_HELPERS.includes(name));
  const thin = names.map((name) => `${name}=(...a)=>(load(),${name}(...a))`);
  return `const run=${EVAL},[words]=Deno.args,{parse}=JSON,here=import.meta.url,load=()=>{const r=run(${textOf(script)},here);if(r[1])throw r[1].thrown;({${names}}=r[0].load(parse(words).memoryBytes))};export let ${thin};`;
}

function textOf(script: string): string {
  return JSON.stringify(`(()=>{${script}return guest})()`);
}

async function bundle(entry: string, format: "esm" | "iife"): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${GUEST}${entry}`],
    write: false,
    bundle: true,
    format,
    globalName: "guest",
    platform: "neutral",
    target: "esnext",
    // The engine parses every module at each start, before it runs it: 0.1 ms a kilobyte.
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
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
