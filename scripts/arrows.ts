// The import arrows of docs/architecture.md, each with its reason, on a parser that reads this TypeScript.
// Prints every broken arrow with file and line, and fails where fewer files were read than there are.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseSync } from "oxc-parser";

// Without git (an unpacked tarball) at least so many.
const FILES_LEAST = 100;

/** Folders a folder may import from, besides itself; and why no others. */
export const ARROWS: Readonly<Record<string, { readonly to: readonly string[]; readonly why: string }>> = {
  terms: { to: [], why: "the nouns depend on nothing of ours" },
  formats: { to: ["terms"], why: "pure readers and writers, shared with the child" },
  sample: { to: ["terms", "formats"], why: "a verb: it does not know the other verbs" },
  draft: { to: ["terms"], why: "a verb: it does not know the other verbs" },
  check: { to: ["terms"], why: "a verb: it does not know the other verbs" },
  run: { to: ["terms", "formats"], why: "a verb: it does not know the other verbs" },
  keep: { to: ["terms"], why: "a verb: it does not know the other verbs" },
  host: { to: ["terms"], why: "starts other programs; passed in where it is needed" },
  guest: { to: ["terms", "formats"], why: "runs inside the child and takes nothing of the host along" },
  session: { to: ["terms"], why: "says the sentence; its collaborators come in as arguments" },
  shell: { to: ["session", "terms", "formats"], why: "only renders events" },
  cli: {
    to: ["session", "shell", "sample", "draft", "check", "run", "keep", "host", "formats", "terms"],
    why: "wires everything; the guest is not loaded but started",
  },
};

/** Modules that only these files or folders (relative to `src`) may import: the homes of effects. */
export const HOMES: readonly {
  readonly module: RegExp;
  readonly home: readonly string[];
  readonly why: string;
}[] = [
  {
    module: /^(node:)?child_process$/,
    home: ["run/spawn.ts", "host/"],
    why: "snippets start in run/spawn, other programs in host",
  },
  { module: /^tree-sitter/, home: ["check/parse.ts"], why: "native and unstable: wrapped once" },
  { module: /^(ink|react)$/, home: ["shell/"], why: "the interface" },
  { module: /^openai$/, home: ["draft/models/"], why: "the network" },
  { module: /^(node:)?(http|https|http2|dgram|tls|dns)$/, home: ["draft/models/"], why: "the network" },
  {
    module: /^(node:)?net$/,
    home: ["draft/models/", "cli/input/open-fifo.ts", "run/feed-pipe.ts", "run/probe.ts"],
    why: "the network; named pipes, which Node reads like sockets; and a port that a sealed run must not reach",
  },
  { module: /^node-pty$/, home: ["host/"], why: "starts programs" },
  { module: /^@xterm\/headless$/, home: ["shell/pane/"], why: "what a program in a pane shows" },
  { module: /^commander$/, home: ["cli/"], why: "arguments" },
  {
    module: /^yaml$/,
    home: ["keep/directive-file.ts", "formats/document-parsers.ts"],
    why: "front matter, and inputs that are YAML",
  },
];

export interface Broken {
  readonly file: string;
  readonly line: number;
  readonly problem: string;
}

/** Every broken arrow below `root` (the folder that holds `src`), and how many files were read. */
export function brokenArrows(root: string): { readonly broken: readonly Broken[]; readonly files: number } {
  const src = join(root, "src");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const broken = files.flatMap((file) => brokenIn(src, file));
  return { broken, files: files.length };
}

function brokenIn(src: string, file: string): Broken[] {
  const text = readFileSync(join(src, file), "utf8");
  const folder = file.split("/")[0]!;
  const at = (offset: number) => text.slice(0, offset).split("\n").length;
  if (!(folder in ARROWS)) return [{ file, line: 1, problem: `src/${folder} has no row in the arrows` }];
  return importsOf(join(src, file), text).flatMap(({ from, offset }) => {
    const problem = from.startsWith(".") ? arrowProblem(src, file, folder, from) : homeProblem(file, from);
    return problem ? [{ file, line: at(offset), problem }] : [];
  });
}

function arrowProblem(src: string, file: string, folder: string, from: string): string | null {
  const target = relative(src, resolve(dirname(join(src, file)), from)).split("/")[0]!;
  const { to, why } = ARROWS[folder]!;
  return target === folder || to.includes(target) ? null : `${folder} may not import ${target}: ${why}`;
}

function homeProblem(file: string, from: string): string | null {
  const row = HOMES.find(({ module }) => module.test(from));
  if (!row || row.home.some((home) => file === home || file.startsWith(home))) return null;
  return `${from} belongs to ${row.home.join(", ")}: ${row.why}`;
}

function importsOf(path: string, text: string): { from: string; offset: number }[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]!.message}`);
  const exported = module.staticExports.flatMap((one) =>
    one.entries.flatMap((entry) =>
      entry.moduleRequest ? [{ from: entry.moduleRequest.value, offset: entry.moduleRequest.start }] : [],
    ),
  );
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const literal = /^["'`](.*)["'`]$/.exec(text.slice(start, end));
    return literal ? [{ from: literal[1]!, offset: start }] : [];
  });
  return [
    ...module.staticImports.map(({ moduleRequest }) => ({
      from: moduleRequest.value,
      offset: moduleRequest.start,
    })),
    ...exported,
    ...dynamic,
  ];
}

// Counted by another program than the one that reads them, so that a reader that finds nothing is noticed.
function filesInGit(): number | null {
  const listed = spawnSync("git", ["ls-files", "--", "src/*.ts", "src/*.tsx"], { encoding: "utf8" });
  return listed.status === 0 ? listed.stdout.split("\n").filter((file) => existsSync(file)).length : null;
}

if (import.meta.main) {
  const { broken, files } = brokenArrows(process.cwd());
  for (const { file, line, problem } of broken) console.error(`src/${file}:${line}: ${problem}`);
  const there = filesInGit() ?? FILES_LEAST;
  if (files < there) console.error(`only ${files} files were read, and there are ${there}`);
  process.exitCode = broken.length > 0 || files < there ? 1 : 0;
  if (process.exitCode === 0) console.log(`arrows: ${files} files, none broken`);
}
