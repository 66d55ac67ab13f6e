import type { FormatName, OutputName } from "../../src/terms/format.ts";

/** What the flags of Miller's main command say, as far as they are about formats. */
export interface MillerCommand {
  readonly from: FormatName;
  readonly header: boolean;
  readonly isRaggedFilled: boolean;
  readonly output: OutputName;
  readonly writesHeader: boolean;
  readonly take?: number | "reversed";
  readonly files: readonly string[];
}

const READ: Readonly<Record<string, FormatName | null>> = {
  csv: "csv",
  csvlite: "csv",
  tsv: "tsv",
  json: "json",
  jsonl: "ndjson",
  dkvp: "keyvalue",
  pprint: "columns",
  nidx: null,
  xtab: null,
  markdown: null,
};
const WRITTEN: Readonly<Record<string, OutputName | null>> = {
  csv: "csv",
  csvlite: "csv",
  tsv: "tsv",
  json: "json",
  jsonl: "ndjson",
  pprint: "table",
  markdown: "markdown",
  dkvp: null,
  nidx: null,
  xtab: null,
};
/** `--c2p` and the like: one letter for each side. */
const LETTERS: Readonly<Record<string, string>> = {
  c: "csv",
  t: "tsv",
  j: "json",
  l: "jsonl",
  d: "dkvp",
  p: "pprint",
  m: "markdown",
  x: "xtab",
  n: "nidx",
};

/** Read a command line of Miller's; a sentence where it is no conversion, or none that we have a reader and a writer for. */
export function readMiller(command: string): MillerCommand | string {
  if (/[|>;]|\n/.test(command)) return "more than one command";
  const words = command.trim().split(/\s+/).slice(1);
  let [from, to] = ["dkvp", "dkvp"];
  let header = true;
  let writesHeader = true;
  let isRaggedFilled = false;
  const files: string[] = [];
  while (words[0]?.startsWith("-")) {
    const flag = words.shift()!.replace(/^--?/, "");
    const pair = /^([ctjldpxn])2([ctjldpmxn])$/.exec(flag);
    if (pair) [from, to] = [LETTERS[pair[1]!]!, LETTERS[pair[2]!]!];
    else if (flag in READ || flag in WRITTEN) [from, to] = [flag, flag];
    else if (flag.startsWith("i") && flag.slice(1) in READ) from = flag.slice(1);
    else if (flag.startsWith("o") && flag.slice(1) in WRITTEN) to = flag.slice(1);
    else if (flag === "implicit-csv-header" || flag === "hi") header = false;
    else if (flag === "headerless-csv-output" || flag === "ho") writesHeader = false;
    else if (flag === "allow-ragged-csv-input" || flag === "ragged") isRaggedFilled = true;
    else if (flag === "from") files.push(words.shift() ?? "");
    else return `the flag --${flag}`;
  }
  const verb = words.shift() ?? "";
  const take = takenBy(verb, words);
  if (typeof take === "string" && take !== "reversed") return take;
  const all = [...words, ...files];
  const read = READ[from];
  const output = WRITTEN[to];
  if (!read) return `no reader of ${from}`;
  if (!output) return `no writer of ${to}`;
  if (all.some((word) => word.startsWith("-"))) return `options of ${verb}`;
  return { from: read, header, isRaggedFilled, output, writesHeader, files: all, ...(take ? { take } : {}) };
}

/** What a verb takes of the records, and its words from `words`; a sentence where it makes others of them. */
function takenBy(verb: string, words: string[]): number | "reversed" | string | null {
  if (verb === "cat") return null;
  if (verb === "tac") return "reversed";
  if (verb === "head" && words[0] === "-n" && /^\d+$/.test(words[1] ?? ""))
    return Number(words.splice(0, 2)[1]);
  if (verb === "head" && !words[0]?.startsWith("-")) return 10;
  return `the verb ${verb}`;
}
