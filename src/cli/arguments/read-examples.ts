import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { MalformedInput } from "../../formats/malformed-input.ts";
import { memorySource } from "../../formats/memory-source.ts";
import { readRecords } from "../../formats/read-records.ts";
import { type Example, linesOf } from "../../terms/example.ts";
import { WritError } from "../../terms/failure.ts";
import { exampleOf, type ParsedExample, pairExample, parseExample } from "../../terms/parse-example.ts";

/** Examples as typed. */
export interface ExampleFlags {
  readonly example?: readonly string[];
  readonly examples?: readonly string[];
}

const BYTES_MOST = 2_000_000;
const EXAMPLES_MOST = 500;

/**
 * The examples of `--example` and `--examples`, in this order. A file is JSONL of objects, or else CSV of pairs; a folder
 * holds `NAME.in` with `NAME.out`, or folders `in` and `out` with files of the same names. A link in a folder may lead
 * anywhere within it and nowhere else: what it shows goes to a model and into the directive's file, and a folder may be
 * somebody else's. A hard link is not seen. Throws `usage`, `input-missing`.
 */
export function readExamples({ example = [], examples = [] }: ExampleFlags): readonly Example[] {
  const all = [
    ...example.map((text) => taken(parseExample(text), "--example")),
    ...examples.flatMap((path) => readPath(path)),
  ];
  if (all.length > EXAMPLES_MOST)
    throw wrong(`there are ${all.length} examples, and ${EXAMPLES_MOST} is the most`);
  return all;
}

function readPath(path: string): readonly Example[] {
  const found = isFolder(path) ? readFolder(path) : readFile(path);
  if (found.length === 0) throw wrong(`--examples ${path}: there is no example in it`);
  return found;
}

function readFile(path: string): readonly Example[] {
  const text = readText(path);
  return /^\s*\{/.test(text) ? readJsonLines(path, text) : readPairs(path, text);
}

function readJsonLines(path: string, text: string): readonly Example[] {
  return linesOf(text).flatMap((line, at) => {
    if (line.trim() === "") return [];
    const place = `--examples ${path}, line ${at + 1}`;
    return [taken(exampleOf(parseJson(line, place)), place)];
  });
}

function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw wrong(`${place}: this is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Two columns; a first row that names them is no example. */
function readPairs(path: string, text: string): readonly Example[] {
  const rows = readRows(path, text);
  const pairs = rows.map((row, at) => {
    if (row.length === 2) return row as [string, string];
    const place = `--examples ${path}, row ${at + 1}`;
    throw wrong(`${place}: a pair has two cells, the input and the output, and this has ${row.length}`);
  });
  const [first] = pairs;
  const isHead = first !== undefined && /^in(put)?$/i.test(first[0]) && /^out(put)?$/i.test(first[1]);
  return pairs.slice(isHead ? 1 : 0).map(([input, output]) => pairExample(input, output));
}

function readRows(path: string, text: string): readonly string[][] {
  const reading = {
    source: memorySource(Buffer.from(text)),
    input: path,
    header: false,
  };
  try {
    return [...readRecords({ ...reading, format: "csv" })].map((row) =>
      Object.values(row as Record<string, string>),
    );
  } catch (error) {
    if (error instanceof MalformedInput) throw wrong(`--examples ${path}: ${error.message}`);
    throw error;
  }
}

function readFolder(path: string): readonly Example[] {
  const names = readdirSync(path).sort();
  const hasFolders = ["in", "out"].every((name) => names.includes(name) && isFolder(join(path, name)));
  const inputs = hasFolders
    ? readdirSync(join(path, "in"))
        .sort()
        .map((name) => [join(path, "in", name), join(path, "out", name)] as const)
    : names
        .filter((name) => name.endsWith(".in"))
        .map((name) => [join(path, name), join(path, `${basename(name, ".in")}.out`)] as const);
  const files = { within: realpathSync(path) };
  return inputs.map(([input, output]) => ({ in: readText(input, files), out: readText(output, files) }));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function readText(path: string, { within }: { readonly within?: string } = {}): string {
  try {
    const real = realpathSync(path);
    if (within !== undefined && !real.startsWith(within + sep)) {
      throw missing(path, `it leads out of ${within}: copy the file there, or name it by itself`);
    }
    const stats = statSync(real);
    if (!stats.isFile()) throw missing(path, "it is not a file");
    if (stats.size > BYTES_MOST) throw missing(path, `an example is at most ${BYTES_MOST} bytes long`);
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(real));
  } catch (error) {
    if (error instanceof WritError) throw error;
    if (error instanceof TypeError) throw wrong(`--examples ${path}: it is not UTF-8`);
    throw missing(path, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

function taken(parsed: ParsedExample, place: string): Example {
  if (parsed.ok) return parsed.example;
  throw wrong(`${place}: ${parsed.problem}`);
}

function wrong(problem: string): WritError {
  return new WritError({ kind: "usage", problem, help: "see docs/drafts.md, or `writ ask --help`" });
}

function missing(input: string, detail: string): WritError {
  return new WritError({ kind: "input-missing", input, detail });
}
