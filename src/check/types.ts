import type { Finding } from "../terms/verdict.ts";
import { lineIndex } from "./line-index.ts";

/** A project for the type checker as data: file name to text. */
export type TypeProject = { readonly files: Readonly<Record<string, string>> };

// `strict` finds what breaks: a value that may be missing, a wrong argument. Three of its parts only ask for
// annotations, which no one needs to write a right program: a caught error can be asked for its message, a
// field may be set outside of the constructor, and an untyped parameter is `any`. The last is on, and its
// diagnostics dropped: without it `const rows = []` would be an array of `never`. Indexing is as in plain
// TypeScript, since programs over data index all the time.
const CONFIG = {
  compilerOptions: {
    target: "esnext",
    lib: ["esnext"],
    module: "esnext",
    moduleResolution: "bundler",
    moduleDetection: "force",
    types: [],
    // No import brings another file in: the checker reads the three files below and nothing else.
    noResolve: true,
    strict: true,
    useUnknownInCatchVariables: false,
    strictPropertyInitialization: false,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    pretty: false,
  },
  files: ["guest.d.ts", "snippet.ts", "contract.ts"],
};

// That the function can be called as it will be.
const CONTRACT = `import main from "./snippet.ts";
main satisfies (input: Input, options: any, levers: Levers) => unknown;
`;

/**
 * What the type checker is given. `declarations` is what a snippet can see (the guest's declarations);
 * `recordType`, the type of a record of the sample, takes the place of its `InputRecord`, so that a field
 * which the data does not have is an error.
 */
export function typeProject(options: {
  readonly code: string;
  readonly declarations: string;
  readonly recordType?: string;
}): TypeProject {
  const { code, declarations, recordType } = options;
  // Lines are `string`s as such, and records of them are not: the declarations say what they are.
  const guest =
    recordType && recordType !== "string"
      ? declarations.replace(/^type InputRecord = .*;$/m, () => `type InputRecord = ${recordType};`)
      : declarations;
  return {
    files: {
      "tsconfig.json": JSON.stringify(CONFIG),
      "guest.d.ts": guest,
      "snippet.ts": code,
      "contract.ts": CONTRACT,
    },
  };
}

// `snippet.ts(3,5): error TS2551: Property …`, with further lines indented.
const DIAGNOSTIC = /^(?:(\S+?)\((\d+),(\d+)\): )?error TS(\d+): (.*(?:\n[ \t]+.*)*)$/gm;

/**
 * The type checker's output as findings at the user's own lines and columns. Output that cannot be read,
 * with an exit code that is not 0, is a finding too: nothing passes for lack of an answer.
 */
export function readDiagnostics(
  output: string,
  { code, exitCode }: { code: string; exitCode: number },
): Finding[] {
  const findings: Finding[] = [];
  const diagnostics = [...output.replaceAll("\r\n", "\n").matchAll(DIAGNOSTIC)];
  for (const [, file, line, column, number, text] of diagnostics) {
    if (IMPLICIT_ANY.test(text!)) continue;
    const message = wording(text!);
    const at = file === "snippet.ts" ? offsetOf(code, Number(line), Number(column)) : exportOf(code);
    const inContract = file === "contract.ts" ? "the function cannot be called with an input: " : "";
    findings.push(findingAt(code, at, { message: inContract + message, number: Number(number) }));
  }
  if (diagnostics.length === 0 && exitCode !== 0) {
    const said = output.trim().split("\n", 1)[0] || "nothing";
    const message = `the type checker ended with ${exitCode} and said ${JSON.stringify(said)}`;
    findings.push(findingAt(code, 0, { message, number: 0 }));
  }
  return findings.sort((a, b) => a.range.start - b.range.start);
}

const SYNTAX_ERRORS = { from: 1000, to: 1999 } as const;

/** Of the type checker's output, what says that the text itself is wrong, whatever it means: TS1000 to TS1999. */
export function readSyntaxErrors(output: string, code: string): readonly Finding[] {
  const diagnostics = [...output.replaceAll("\r\n", "\n").matchAll(DIAGNOSTIC)];
  return diagnostics.flatMap(([, file, line, column, number, text]) => {
    const [from, to] = [SYNTAX_ERRORS.from, SYNTAX_ERRORS.to];
    if (file !== "snippet.ts" || Number(number) < from || Number(number) > to) return [];
    const at = offsetOf(code, Number(line), Number(column));
    const found = findingAt(code, at, { message: `does not parse: ${wording(text!)}`, number: 0 });
    const reason = `what cannot be read cannot be judged (TypeScript ${number})`;
    return [{ ...found, rule: "no-syntax-error", reason }];
  });
}

const IMPLICIT_ANY = /\bimplicitly (has|have|is) .*\bany\b/;

/** One line, without the name of the folder that was checked in, and without advice on compiler settings. */
function wording(text: string): string {
  return text
    .replace(/\n\s*/g, " ")
    .replace(/Module '"[^"]*"' has/, "The module has")
    .replace(/ Do you need to .*$/, "");
}

function findingAt(
  code: string,
  at: number,
  { message, number }: { message: string; number: number },
): Finding {
  const word = /^[\w$]+/.exec(code.slice(at, at + 200))?.[0] ?? code.slice(at, at + 1).trim();
  return {
    rule: "types",
    severity: "refuse",
    range: lineIndex(code)(at, at + word.length),
    message,
    reason: `the types say that this fails when it runs${number ? ` (TypeScript ${number})` : ""}`,
  };
}

/** Offset of a 1-based line and column in UTF-16 units. */
function offsetOf(code: string, line: number, column: number): number {
  let start = 0;
  for (let n = 1; n < line; n++) {
    const end = code.indexOf("\n", start);
    if (end === -1) break;
    start = end + 1;
  }
  return Math.min(code.length, start + column - 1);
}

function exportOf(code: string): number {
  return Math.max(0, code.search(/^[ \t]*export\s+default\b/m));
}
