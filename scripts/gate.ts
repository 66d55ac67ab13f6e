// npm run check [-- --only PART …] [--list] [--counted N]: everything that must hold, part by part, as a visible
// list. Ends with one line, `N passed, N failed`; --counted adds parts that the caller saw pass before.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

/** One thing that must hold: a shell line whose exit code is the answer, and what it keeps out. */
export interface Part {
  readonly name: string;
  readonly line: string;
  readonly keepsOut: string;
}

/** Quick parts stand first. `npm run break-gate` breaks each of them on purpose. */
export const PARTS: readonly Part[] = [
  { name: "types", line: "npm run --silent types", keepsOut: "what does not type-check" },
  { name: "lint", line: "npm run --silent lint", keepsOut: "other formatting and known mistakes" },
  { name: "arrows", line: "npm run --silent arrows", keepsOut: "imports and effects out of place" },
  { name: "unused", line: "npm run --silent unused", keepsOut: "files, exports and packages nobody uses" },
  { name: "words", line: "npm run --silent words", keepsOut: "two ways to write one word" },
  { name: "links", line: "npm run --silent links", keepsOut: "documents that name what is not there" },
  {
    name: "shells",
    line: "npm run --silent shells",
    keepsOut: "mistakes in shell scripts, written or generated",
  },
  {
    name: "package",
    line: "npm run --silent package",
    keepsOut: "a package with the wrong files, or too many",
  },
  { name: "tests", line: "npm test", keepsOut: "a product that does something else than its tests say" },
  { name: "installs", line: "npm run --silent test:install", keepsOut: "an install that does not work" },
  {
    name: "pipelines",
    line: "npm run --silent pipelines",
    keepsOut: "a pipeline that ends otherwise than it must",
  },
  {
    name: "README, first command",
    line: 'bin/writ "the ten most frequent addresses" samples/access.log --yes | head -1 | grep -q 203.0.113.11',
    keepsOut: "a first impression that fails",
  },
];

/** How many parts passed and failed. Each is said as it begins and as it ends. */
export function runParts(
  parts: readonly Part[],
  {
    holds,
    say,
    now,
  }: {
    readonly holds: (line: string) => boolean;
    readonly say: (text: string) => void;
    /** Milliseconds. */
    readonly now: () => number;
  },
): { readonly passed: number; readonly failed: number } {
  let failed = 0;
  for (const { name, line, keepsOut } of parts) {
    say(`\n== ${name}: keeps out ${keepsOut}`);
    const began = now();
    const passed = holds(line);
    if (!passed) failed++;
    say(`-- ${name}: ${passed ? "passed" : "FAILED"} (${((now() - began) / 1000).toFixed(1)} s)`);
  }
  return { passed: parts.length - failed, failed };
}

/** The parts with these names; all without any. @throws Error naming the parts there are, at an unknown name */
export function chosenParts(names: readonly string[]): readonly Part[] {
  const unknown = names.find((name) => !PARTS.some((part) => part.name === name));
  if (unknown !== undefined) {
    throw new Error(`there is no part "${unknown}": there are ${PARTS.map(({ name }) => name).join(", ")}`);
  }
  return names.length === 0 ? PARTS : PARTS.filter(({ name }) => names.includes(name));
}

function holds(line: string): boolean {
  return spawnSync("/bin/sh", ["-c", line], { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      only: { type: "string", multiple: true, default: [] },
      list: { type: "boolean" },
      counted: { type: "string", default: "0" },
    },
  });
  const parts = chosenParts(values.only);
  if (values.list) {
    for (const { name, line } of parts) console.log(`${name}: ${line}`);
  } else {
    const { passed, failed } = runParts(parts, { holds, say: console.log, now: Date.now });
    console.log(`\n${passed + Number(values.counted)} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  }
}
