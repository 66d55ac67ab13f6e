import { relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

const SOURCE = fileURLToPath(new URL("../src/", import.meta.url));

/**
 * Parts of the guest that are compiled when something of theirs is called first, by what a run would need them for. Each
 * module exports functions, or records of functions and plain values, and nothing with an identity (no class, no state).
 */
export const PARTS: Readonly<Record<string, readonly string[]>> = {
  json: ["formats/ndjson.ts", "formats/json.ts"],
  separated: ["formats/csv.ts", "formats/tsv.ts"],
  logs: ["formats/combined.ts", "formats/syslog.ts"],
  pairs: ["formats/keyvalue.ts", "formats/logfmt.ts"],
  columns: ["formats/columns.ts"],
  documents: ["formats/toml.ts", "formats/yaml.ts"],
  writers: [
    "formats/writers/table-writer.ts",
    "formats/writers/markdown-writer.ts",
    "formats/writers/separated-writer.ts",
  ],
  drift: ["guest/judge-shape.ts"],
};

/** The script that a run begins with, and those of the parts. */
export interface InParts {
  readonly script: string;
  readonly parts: readonly string[];
}

/**
 * Bundle a module with its {@link PARTS} apart. The script declares `guest`; it finds the parts in a list `texts`, from the
 * second place on, and compiles one with `run`.
 */
export async function bundleInParts(entry: string, plugins: readonly Plugin[]): Promise<InParts> {
  const stubs = await stubsOf(Object.values(PARTS));
  const { inputs } = await bundle(entry, [...plugins, stubsFor(stubs, {})]);
  const core = new Set([...inputs, ...stubs.keys()]);
  const parts = await Promise.all(Object.values(PARTS).map((modules) => bundlePart(modules, core)));
  const { text } = await bundle(entry, [...plugins, stubsFor(stubs, sharedBy(parts))]);
  return { script: text, parts };
}

/** By the module's path: what stands in its place. */
type Stubs = ReadonlyMap<string, string>;

async function stubsOf(parts: readonly (readonly string[])[]): Promise<Stubs> {
  const rows = parts.flatMap((modules, part) => modules.map((module) => ({ module, at: part + 1 })));
  const made = rows.map(async ({ module, at }): Promise<[string, string]> => {
    const exported: Record<string, unknown> = await import(pathToFileURL(SOURCE + module).href);
    const lines = Object.entries(exported).map(
      ([name, value]) =>
        `export const ${name}=${stubOf(value, `open(${at}).${name}`, `${module}: ${name}`)};`,
    );
    return [SOURCE + module, `import{open}from"later";${lines.join("")}`];
  });
  return new Map(await Promise.all(made));
}

/** What calls, when it is called itself, what is found under a path then. */
function stubOf(value: unknown, path: string, place: string): string {
  if (typeof value === "function") {
    if (/^class\b/.test(String(value))) throw new Error(`${place} is a class, and cannot be loaded later`);
    return `(...a)=>${path}(...a)`;
  }
  if (value instanceof RegExp) return String(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, one]) => `${key}:${stubOf(one, `${path}.${key}`, place)}`);
  return `{${fields}}`;
}

/** Put stubs in the place of modules, and behind `later` what opens a part: handed what it shares. */
function stubsFor(stubs: Stubs, shared: Shared): Plugin {
  const modules = Object.entries(shared);
  const imports = modules.map(
    ([path, names], i) =>
      `import{${names.map((name) => `${name} as s${i}${name}`)}}from"${SOURCE}${path}.ts";`,
  );
  const handed = modules.map(
    ([path, names], i) => `"${path}":{${names.map((name) => `${name}:s${i}${name}`)}}`,
  );
  const later = `${imports.join("")}const opened={__proto__:null},load=(at)=>{const r=run(texts[at],"file:///guest");if(r[1])throw r[1].thrown;return r[0]({${handed}})};export const open=(at)=>opened[at]??=load(at);`;
  return {
    name: "parts-later",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^later$/ }, () => ({ path: "later", namespace: "later" }));
      onLoad({ filter: /./, namespace: "later" }, () => ({ contents: later, resolveDir: SOURCE }));
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const contents = stubs.get(path);
        return contents === undefined ? undefined : { contents, loader: "js", resolveDir: SOURCE };
      });
    },
  };
}

/** By the path of a module of the core what parts take from it. */
type Shared = Readonly<Record<string, readonly string[]>>;

/** A function of what is {@link Shared}, which gives what the part exports. */
async function bundlePart(modules: readonly string[], core: ReadonlySet<string>): Promise<string> {
  const own = new Set(modules.map((module) => SOURCE + module));
  const takeShared: Plugin = {
    name: "take-shared",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (own.has(path) || !core.has(path)) return undefined;
        const from = `shared["${relative(SOURCE, path).replace(/\.ts$/, "")}"]`;
        const names = Object.keys(await import(pathToFileURL(path).href));
        const lines = names.map((name) => `export const ${name}=/* @__PURE__ */(()=>${from}.${name})();`);
        return { contents: lines.join(""), loader: "js" };
      });
    },
  };
  const exports = modules.map((module) => `export * from ${JSON.stringify(SOURCE + module)};`).join("");
  const { text } = await bundle({ contents: exports, resolveDir: SOURCE }, [takeShared]);
  // A sloppy function would hand a snippet the global object, and itself, out of a stack.
  return `(shared=>{"use strict";${text}return guest})`;
}

function sharedBy(texts: readonly string[]): Shared {
  const taken = texts.flatMap((text) => [...text.matchAll(/\bshared\["([^"]+)"\]\.(\w+)/g)]);
  const modules = Map.groupBy(taken, ([, path]) => path!);
  return Object.fromEntries(
    [...modules].map(([path, uses]) => [path, [...new Set(uses.map(([, , name]) => name!))].sort()]),
  );
}

async function bundle(
  entry: string | { readonly contents: string; readonly resolveDir: string },
  plugins: readonly Plugin[],
): Promise<{ readonly text: string; readonly inputs: readonly string[] }> {
  const { outputFiles, metafile } = await build({
    ...(typeof entry === "string" ? { entryPoints: [entry] } : { stdin: entry }),
    ...GUEST_OPTIONS,
    format: "iife",
    metafile: true,
    absWorkingDir: SOURCE,
    plugins: [...plugins],
  });
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.keys(output?.inputs ?? {}).filter((path) => !path.includes(":"));
  return { text: outputFiles[0]!.text, inputs: inputs.map((path) => SOURCE + path) };
}

/** How everything that runs in the child is bundled. */
export const GUEST_OPTIONS = {
  write: false,
  bundle: true,
  globalName: "guest",
  platform: "neutral",
  target: "esnext",
  // What is scanned at each start is as short as it can be, and has one byte a character.
  minify: true,
  charset: "ascii",
  legalComments: "none",
  logLevel: "warning",
} as const;
