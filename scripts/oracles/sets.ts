import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FormatName, OutputName } from "../../src/terms/format.ts";
import type { NotOurs, OracleCase, OracleSet } from "./case.ts";
import { readMiller } from "./miller-flags.ts";

const PLAIN = { header: true, writesHeader: true } as const;

function rowsOf(path: string): readonly Readonly<Record<string, unknown>>[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

function inputOf(folder: string, name: string): { readonly name: string; readonly text: string } {
  return { name, text: readFileSync(join(folder, name), "utf8") };
}

/** Miller's documentation: commands that convert and do nothing else, and what its authors' own run of them printed. */
export function millerDocs(corpora: string): OracleSet {
  const folder = join(corpora, "transform/miller-docs-input");
  const cases: OracleCase[] = [];
  const notOurs: NotOurs[] = [];
  for (const row of rowsOf(join(corpora, "transform/miller-docs.jsonl"))) {
    const id = `miller ${row.id}`;
    const command = String(row.cmd);
    const read = command.startsWith("mlr ") ? readMiller(command) : "another program";
    const why = typeof read === "string" ? read : missingFiles(folder, read.files);
    if (typeof read === "string" || why !== null) {
      notOurs.push({ id, why: why ?? "" });
      continue;
    }
    const { files, isRaggedFilled, ...how } = read;
    const inputs = files.map((name) => inputOf(folder, name));
    const ragged = isRaggedFilled ? { ragged: "fill" as const } : {};
    cases.push({ id, ...how, ...ragged, inputs, expected: String(row.output) });
  }
  return { name: "miller-docs.jsonl", cases, notOurs };
}

function missingFiles(folder: string, files: readonly string[]): string | null {
  if (files.length === 0) return "no file";
  const missing = files.find(
    (name) => !existsSync(join(folder, name)) || !statSync(join(folder, name)).isFile(),
  );
  return missing === undefined ? null : `${missing} is not there`;
}

/** The inputs and answers in jq's manual: each is the same value once it was read and written again. */
export function jqManual(corpora: string): OracleSet {
  const cases = rowsOf(join(corpora, "transform/jq-manual.jsonl")).flatMap((row) => {
    const texts = [String(row.input), ...(row.outputs as readonly string[])];
    return texts.map((text, i): OracleCase => {
      const id = `jq ${row.id} ${i === 0 ? "input" : `output ${i}`}`;
      const expected = row.program === "." && i === 0 ? texts[1]! : text;
      return { id, ...PLAIN, inputs: [{ name: "in", text }], from: "json", output: "ndjson", expected };
    });
  });
  return { name: "jq-manual.jsonl", cases, notOurs: [] };
}

/** The same, where jq itself is on this machine: what it makes of them. */
export function jqItself(corpora: string): OracleSet {
  const { cases } = jqManual(corpora);
  const asked = cases.map((one): OracleCase => {
    const expected = answerOf("jq", ["-c", "."], one.inputs[0]!.text);
    return { ...one, id: `live ${one.id}`, expected };
  });
  return { name: "jq -c . on the same", cases: asked, notOurs: [] };
}

const FILE_FORMATS: Readonly<Record<string, { readonly from: FormatName; readonly flag: string }>> = {
  csv: { from: "csv", flag: "--icsv" },
  tsv: { from: "tsv", flag: "--itsv" },
  json: { from: "json", flag: "--ijson" },
  dkvp: { from: "keyvalue", flag: "--idkvp" },
};
const FORMS: readonly { readonly output: OutputName; readonly flag: string }[] = [
  { output: "json", flag: "--ojson" },
  { output: "csv", flag: "--ocsv" },
  { output: "tsv", flag: "--otsv" },
  { output: "markdown", flag: "--omd" },
];

/** Every data file beside Miller's documentation and of `data/`, in each form that both write, where Miller is on this machine. */
export function millerItself(corpora: string): OracleSet {
  const folders = ["transform/miller-docs-input", "data/vega", "data/deno-csv/testdata"];
  const cases = folders.flatMap((folder) =>
    filesIn(join(corpora, folder)).flatMap((name) => {
      const format = FILE_FORMATS[name.split(".").at(-1)!];
      // Nested documents are flattened there.
      if (!format || name === "datapackage.json" || name === "earthquakes.json") return [];
      const input = inputOf(join(corpora, folder), name);
      return FORMS.map(({ output, flag }): OracleCase => {
        const expected = answerOf("mlr", [format.flag, flag, "--no-auto-flatten", "cat"], input.text);
        const id = `live mlr ${flag} ${folder.split("/").at(-1)}/${name}`;
        return { id, ...PLAIN, from: format.from, output, inputs: [input], expected };
      });
    }),
  );
  return { name: "mlr on every data file", cases, notOurs: [] };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

/** What a program prints, its message where it fails. */
function answerOf(program: string, args: readonly string[], input: string): string {
  try {
    return execFileSync(program, args, { input, encoding: "utf8", stdio: "pipe", maxBuffer: 1 << 28 });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    return `${stdout}${stderr}`;
  }
}

export function isThere(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
