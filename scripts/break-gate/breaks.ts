// What is broken on purpose: one row per way in which a part of the gate must turn red.

/** One change of one file, relative to the root. */
export type Change =
  | { readonly kind: "replace"; readonly file: string; readonly find: string; readonly by: string }
  | { readonly kind: "append"; readonly file: string; readonly text: string }
  | { readonly kind: "create"; readonly file: string; readonly bytes: Uint8Array };

export interface Break {
  readonly name: string;
  /** The part that must turn red, by its name in the gate. */
  readonly part: string;
  readonly change: Change;
  /** A narrower line than the part's own, where that takes minutes. */
  readonly line?: string;
  /** Other quick parts that may turn red with it, because they stand on what is broken. */
  readonly also?: readonly string[];
  /** A program without which the part cannot see it. */
  readonly needs?: string;
}

const replace = (file: string, find: string, by: string): Change => ({ kind: "replace", file, find, by });
const append = (file: string, text: string): Change => ({ kind: "append", file, text });
const create = (file: string, bytes: Uint8Array): Change => ({ kind: "create", file, bytes });
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const vitest = (file: string): string => `npx vitest run ${file}`;

// Xorshift: bytes that do not shrink when packed, the same every time.
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 255;
  });
}

export const BREAKS: readonly Break[] = [
  {
    name: "numbers that are declared as texts",
    part: "types",
    change: replace("src/terms/near.ts", "let row = ", "let row: string[] = "),
  },
  { name: "blank lines at the end", part: "lint", change: append("src/terms/near.ts", "\n\n\n") },
  { name: "a debugger statement", part: "lint", change: append("src/terms/near.ts", "\ndebugger;\n") },
  {
    name: "a verb that imports another",
    part: "arrows",
    change: replace("src/draft/loop.ts", "/** The end", 'import "../check/fold.ts";\n\n/** The end'),
  },
  {
    name: "a process started outside its home",
    part: "arrows",
    change: replace("src/draft/loop.ts", "/** The end", 'import "node:child_process";\n\n/** The end'),
  },
  {
    name: "an export that nobody uses",
    part: "unused",
    change: append("src/terms/near.ts", "\nexport function nobodyUses(): void {}\n"),
  },
  {
    name: "a file that nobody uses",
    part: "unused",
    change: create("src/terms/orphan.ts", text("export {};\n")),
  },
  {
    name: "a package that nobody uses",
    part: "unused",
    change: replace("package.json", '    "zod":', '    "left-out": "1.0.0",\n    "zod":'),
  },
  {
    name: "a word written another way",
    part: "words",
    change: append("README.md", "\nA sand box for all.\n"),
  },
  {
    name: "a misspelling in an error",
    part: "words",
    change: replace("src/terms/failures/words.ts", "choose another name", "choose a seperate name"),
  },
  { name: "a dead link", part: "links", change: append("README.md", "\n[gone](docs/gone.md)\n") },
  {
    name: "an option that is none",
    part: "links",
    change: append("docs/shell.md", "\nWith `--no-such-option`.\n"),
  },
  {
    name: "a command that is none",
    part: "links",
    change: append("docs/shell.md", "\nSay `writ frobnicate`.\n"),
  },
  {
    name: "a change of folder that may fail",
    part: "shells",
    needs: "shellcheck",
    change: append(".ci/run", "cd $1\n"),
  },
  { name: "a shell script that does not parse", part: "shells", change: append(".ci/run", "fi\n") },
  { name: "a package that is too big", part: "package", change: create("samples/big.log", noise(2_000_000)) },
  {
    name: "a file that does not belong",
    part: "package",
    change: create("docs/picture.png", text("no picture")),
  },
  {
    name: "another sha256 than the snippet has",
    part: "tests",
    line: "npm run --silent build",
    also: ["links", "shells"],
    change: append("snippets/top-values.ts", "// changed\n"),
  },
  {
    name: "a rule's page that is out of date",
    part: "tests",
    line: vitest("tests/check/rule-pages.test.ts"),
    change: append("docs/rules/no-debugger.md", "\nAnd more.\n"),
  },
  {
    name: "a slip of two letters that is not understood",
    part: "tests",
    line: vitest("tests/terms/near.test.ts"),
    change: replace("src/terms/near.ts", "EDITS_MOST = 2", "EDITS_MOST = 1"),
  },
  {
    name: "overlong UTF-8 let through",
    part: "tests",
    line: vitest("tests/formats/utf8.test.ts"),
    change: replace("src/formats/utf8.ts", "lead >= 0xc2", "lead >= 0xc0"),
  },
  {
    name: "card numbers that are sent",
    part: "tests",
    line: vitest("tests/sample/redact"),
    change: replace("src/sample/redact/card-number.ts", "% 10 === 0", "% 10 === 1"),
  },
  {
    name: "a refusal with another exit code",
    part: "tests",
    line: `npm run --silent build && ${vitest("tests/specs.test.ts")}`,
    change: replace(
      "src/terms/failures/approval.ts",
      "exitCode: EXIT.notApproved })",
      "exitCode: EXIT.usage })",
    ),
  },
  {
    name: "sockets let through the filter",
    part: "tests",
    line: vitest("tests/hostile/wall.test.ts"),
    change: replace(
      "src/run/layers/seccomp.ts",
      '{ call: "socketpair", arg: 0, is: { oneOf: [1] }',
      '{ call: "socket", arg: 0, is: { oneOf: [2] }',
    ),
  },
  {
    name: "a package without its directives",
    part: "installs",
    line: "npm run --silent build && npm run --silent test:install -- tests/install/global.test.ts",
    also: ["package"],
    change: replace("package.json", '    "directives",\n', ""),
  },
  {
    name: "a closed stdout that nobody notices",
    part: "pipelines",
    line: "npm run --silent build && npm run --silent pipelines -- 'stdout is closed'",
    change: replace("bin/writ", "true 3>&1", "true"),
  },
  {
    name: "a sample with other addresses",
    part: "README, first command",
    change: replace("samples/access.log", "203.0.113.11 ", "203.0.113.12 "),
  },
];
