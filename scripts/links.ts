// npm run links: what the documentation names is there: linked files and anchors, npm scripts, paths of the
// source, commands of writ and their options.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import { markdownFiles } from "./prose.ts";

/** What there is to be named. */
export interface There {
  /** Whether a path relative to the root exists. */
  readonly path: (path: string) => boolean;
  /** The anchors of a document, as a page on GitHub has them. */
  readonly anchors: (path: string) => readonly string[];
  readonly scripts: readonly string[];
  readonly commands: readonly string[];
  readonly options: readonly string[];
  /** Folders below `src`. */
  readonly folders: readonly string[];
}

/** Named to explain something, or another program's. */
const OTHER_OPTIONS = ["--option", "--no-words", "--seccomp"];

// It tells what is not there yet.
const TELLS_OF_LATER = "docs/status.md";

/** `file:line: what is wrong`, for one document. */
export function deadNames(file: string, text: string, there: There): readonly string[] {
  let fenced = false;
  return text.split("\n").flatMap((line, at) => {
    if (line.startsWith("```")) fenced = !fenced;
    const wrong = [
      ...(fenced ? [] : deadLinks(file, line.replace(/`[^`]*`/g, ""), there)),
      ...deadScripts(line, there),
      ...(file === TELLS_OF_LATER
        ? []
        : [
            ...deadPaths(line, there),
            ...deadCommands(fenced ? `> ${line}` : line, there),
            ...deadOptions(line, there),
          ]),
    ];
    return wrong.map((what) => `${file}:${at + 1}: ${what}`);
  });
}

function deadLinks(file: string, line: string, { path, anchors }: There): string[] {
  return matches(line, /\]\(([^)\s]+)\)/g).flatMap((target) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [to, anchor] = target.split("#");
    const linked = to === "" ? file : join(dirname(file), to!);
    if (!path(linked)) return [`the link to ${target} leads nowhere`];
    return anchor === undefined || anchors(linked).includes(anchor)
      ? []
      : [`${linked} has no heading #${anchor}`];
  });
}

function deadScripts(line: string, { scripts }: There): string[] {
  const named = matches(line, /\bnpm run (?:--silent )?([\w:-]+)/g).filter((name) => !scripts.includes(name));
  return named.map((name) => `package.json has no script ${name}`);
}

function deadPaths(line: string, { path, folders }: There): string[] {
  const named = matches(line, /`((?:\w[\w-]*\/)+[\w.-]*)`/g);
  return named.flatMap((name) => {
    const root = name.split("/")[0]!;
    if (folders.includes(root))
      return path(`src/${name}`) || path(`src/${name}.ts`) ? [] : [`there is no src/${name}`];
    return !/^(src|scripts|docs|tests|bench|bin)$/.test(root) || path(name) ? [] : [`there is no ${name}`];
  });
}

function deadCommands(line: string, { commands }: There): string[] {
  const named = matches(line, /(?:[`|>] ?)(?:bin\/)?writ ([a-z]+)\b/g);
  return named.filter((name) => !commands.includes(name)).map((name) => `writ has no command ${name}`);
}

function deadOptions(line: string, { options }: There): string[] {
  // npm has options of its own, and so have the scripts it runs.
  const named = matches(line.replace(/\bnpm [^`&]*|-- --[a-z-]+/g, ""), /(?<![\w-])(--[a-z][a-z-]+)/g);
  return named
    .filter((name) => !options.includes(name) && !OTHER_OPTIONS.includes(name))
    .map((name) => `no --help tells of ${name}`);
}

function matches(line: string, pattern: RegExp): string[] {
  return [...line.matchAll(pattern)].map((match) => match[1]!);
}

/** The anchors that headings get on GitHub: lower case, no punctuation, spaces to hyphens, numbers to repeats. */
export function anchorsOf(markdown: string): readonly string[] {
  const seen = new Map<string, number>();
  return matches(markdown, /^#+ +(.*)$/gm).map((heading) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-");
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  });
}

/** Of no user: what somebody kept is not documentation. */
function whatIsThere(): There {
  const home = mkdtempSync(join(tmpdir(), "writ-links-"));
  try {
    return asInstalled((...words) => writ(home, words));
  } finally {
    rmSync(home, { recursive: true });
  }
}

function asInstalled(writ: (...words: readonly string[]) => string): There {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync("package.json", "utf8")));
  const help = writ("--help");
  const commands = matches(help, /^ {2}writ ([a-z]+) /gm);
  const shipped = readdirSync("dist/shipped").map((file) => file.replace(/\.json$/, ""));
  const helps = [
    help,
    ...commands.map((name) => writ(name, "--help")),
    ...shipped.map((name) => writ("run", name, "--help")),
  ];
  return {
    path: existsSync,
    anchors: (path) => anchorsOf(readFileSync(path, "utf8")),
    scripts: Object.keys(scripts),
    commands,
    options: helps.flatMap((text) => matches(text, /(?<![\w-])(--[a-z][a-z-]+)/g)),
    folders: readdirSync("src"),
  };
}

function writ(home: string, words: readonly string[]): string {
  const env = { PATH: process.env.PATH, HOME: home };
  const { status, stdout, stderr } = spawnSync("bin/writ", words, { encoding: "utf8", env });
  if (status !== 0) throw new Error(`writ ${words.join(" ")} ended with ${status}: ${stderr}`);
  return stdout;
}

if (import.meta.main) {
  const there = whatIsThere();
  const files = markdownFiles(".");
  const wrong = files.flatMap((file) => deadNames(file, readFileSync(file, "utf8"), there));
  for (const one of wrong) console.error(one);
  process.exitCode = wrong.length > 0 ? 1 : 0;
  if (wrong.length === 0) console.log(`links: ${files.length} documents, nothing dead`);
}
