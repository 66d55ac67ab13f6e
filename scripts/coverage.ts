// npm run coverage [-- TEST…]: which lines of src the tests run, by folder: inside the test process, and in the
// programs that tests start as a person would. In a temporary clone of what is committed. Not counted: what runs
// in the sealed engine (src/guest has tests inside), and programs that are killed.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { buildCounted } from "./coverage/counted-build.ts";
import { type Place, placesOf, ranPlaces, type ScriptCoverage } from "./coverage/ranges.ts";
import { foldersOf, type Lines, rowsOf } from "./coverage/table.ts";

const istanbul = z.record(
  z.string(),
  z.object({
    statementMap: z.record(z.string(), z.object({ start: z.object({ line: z.number() }) })),
    s: z.record(z.string(), z.number()),
  }),
);

const tests = process.argv.slice(2);
const clone = mkdtempSync(join(tmpdir(), "writ-coverage-"));
try {
  const counts = join(clone, "counts");
  prepare(counts);
  await buildCounted(clone, counts);
  run(
    "npx",
    ...["vitest", "run", ...tests, "--coverage.enabled", "--coverage.provider=v8"],
    ...[
      ...["--coverage.reporter=json", "--coverage.include=src/**/*.{ts,tsx}", "--coverage.reportOnFailure"],
    ],
  );
  const files = together(inside(clone), started(clone, counts));
  for (const row of rowsOf(foldersOf(files))) console.log(row);
} finally {
  rmSync(clone, { recursive: true, force: true });
}

function prepare(counts: string): void {
  const cloned = spawnSync("git", ["clone", "--quiet", "--local", process.cwd(), clone]);
  if (cloned.status !== 0) throw new Error(`git clone failed: ${cloned.stderr}`);
  symlinkSync(resolve("node_modules"), join(clone, "node_modules"));
  run("npm", "run", "--silent", "build");
  mkdirSync(counts);
  // Some tests start the program as another user.
  for (const folder of [clone, counts]) chmodSync(folder, 0o777);
}

function run(program: string, ...words: readonly string[]): void {
  spawnSync(program, words, { cwd: clone, stdio: "inherit" });
}

/** Lines with a statement that ran in the test process, by file. */
function inside(root: string): Map<string, Map<number, boolean>> {
  const report = istanbul.parse(JSON.parse(readFileSync(join(root, "coverage/coverage-final.json"), "utf8")));
  return new Map(
    Object.entries(report).map(([path, { statementMap, s }]) => {
      const lines = new Map<number, boolean>();
      for (const [id, { start }] of Object.entries(statementMap)) {
        lines.set(start.line, (lines.get(start.line) ?? false) || (s[id] ?? 0) > 0);
      }
      return [relative(root, path), lines];
    }),
  );
}

/** `file:line` of everything that ran in a program that a test started. */
function started(root: string, counts: string): ReadonlySet<string> {
  const known = new Map<string, readonly Place[]>();
  const ran = new Set<string>();
  for (const file of readdirSync(counts)) {
    const scripts: readonly ScriptCoverage[] = JSON.parse(readFileSync(join(counts, file), "utf8"));
    for (const script of scripts) {
      const path = fileURLToPath(script.url);
      if (!known.has(path)) known.set(path, bundlePlaces(root, path));
      for (const { source, line } of ranPlaces(script, known.get(path)!)) ran.add(`${source}:${line}`);
    }
  }
  return ran;
}

function bundlePlaces(root: string, path: string): readonly Place[] {
  const places = placesOf(readFileSync(path, "utf8"), JSON.parse(readFileSync(`${path}.map`, "utf8")));
  return places.map((place) => ({ ...place, source: relative(root, resolve(dirname(path), place.source)) }));
}

function together(inner: ReturnType<typeof inside>, outer: ReadonlySet<string>): Lines[] {
  return [...inner].map(([file, lines]) => ({
    file,
    lines: [...lines].map(([line, ran]) => ({ inside: ran, started: outer.has(`${file}:${line}`) })),
  }));
}
