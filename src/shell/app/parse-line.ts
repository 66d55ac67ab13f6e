import { parseArgv } from "../../terms/argv.ts";
import { nearNames } from "../../terms/near.ts";
import type { OptionSchema } from "../../terms/option.ts";
import { splitWords, type Word } from "../../terms/split-words.ts";
import { findReferences, type Reference, wordReference } from "./reference.ts";
import { SLASH_COMMANDS, type SlashName } from "./slash-commands.ts";

/** What a line that was sent means. */
export type ShellLine =
  | { readonly kind: "nothing" }
  | { readonly kind: "slash"; readonly name: SlashName; readonly words: readonly Word[] }
  | { readonly kind: "program"; readonly command: string }
  | { readonly kind: "run"; readonly name: string; readonly words: readonly Word[] }
  | { readonly kind: "directive"; readonly directive: string; readonly references: readonly Reference[] }
  | { readonly kind: "problem"; readonly problem: string; readonly help: string };

/** What has to be known to tell a command from a directive that begins with the same word. */
export interface Known {
  /** The option schema of a kept command; `unknown` where it was never approved here, null: no such command. */
  command(name: string): OptionSchema | "unknown" | null;
  isFile(name: string): boolean;
}

/** A text longer than this was not written but pasted: it is data, and belongs into a file. */
const LINE_UNITS_MOST = 50_000;

/** Decide what a line means: `/word`, `!program`, a kept command with its options, else a directive. */
export function parseLine(text: string, known: Known): ShellLine {
  const line = text.trim();
  if (line === "") return { kind: "nothing" };
  if (line.length > LINE_UNITS_MOST) return tooLong(line);
  if (line.startsWith("/")) return slashLine(line);
  if (line.startsWith("!")) return programLine(line.slice(1).trim());
  const [first, ...words] = splitWords(line);
  if (first && !first.quoted && isRun(known, first.text, words))
    return { kind: "run", name: first.text, words };
  const { directive, references } = findReferences(line);
  if (references.length === 0 || !/^[@_]\S*$/.test(line)) {
    return { kind: "directive", directive, references };
  }
  return {
    kind: "problem",
    problem: "that names an input and not what to do with it",
    help: `say it in words: the ten longest lines of ${line}`,
  };
}

function tooLong(line: string): ShellLine {
  const problem = `a line has at most ${LINE_UNITS_MOST} characters, and this one has ${line.length}`;
  return {
    kind: "problem",
    problem,
    help: "put data into a file, and name it: the ten longest lines of @FILE",
  };
}

function slashLine(line: string): ShellLine {
  const [first, ...words] = splitWords(line);
  const name = first!.text.slice(1);
  const row = SLASH_COMMANDS.find((one) => one.name === name);
  if (row) return { kind: "slash", name: row.name, words };
  const near = nearNames(
    name,
    SLASH_COMMANDS.map((one) => one.name),
  );
  const help = near.length > 0 ? `the nearest: ${near.map((one) => `/${one}`).join(", ")}` : "see /help";
  return { kind: "problem", problem: `there is no /${name}`, help };
}

function programLine(command: string): ShellLine {
  if (command !== "") return { kind: "program", command };
  return { kind: "problem", problem: "! alone starts nothing", help: "write a program after it: !ls -l" };
}

/**
 * A kept command's name may also begin a directive ("select the rows that …"). It is a run where an option
 * follows, or where every other word is an input that exists, or a file by its looks: the run says what is missing.
 */
function isRun(known: Known, name: string, words: readonly Word[]): boolean {
  const schema = known.command(name);
  if (schema === null) return false;
  if (words.some(({ text, quoted }) => !quoted && /^--?[a-zA-Z]/.test(text))) return true;
  const texts = words.map(({ text }) => text);
  const parsed = schema === "unknown" ? ({ ok: true, files: texts } as const) : parseArgv(schema, texts);
  if (!parsed.ok) return false;
  return words
    .filter(({ text }) => parsed.files.includes(text))
    .every((word) => isInput(known, word) || looksLikeFile(word));
}

/** `missing.csv`, `logs/today`: no blank, and a slash, or a dot that ends no sentence. */
function looksLikeFile({ text }: Word): boolean {
  return !/\s/.test(text) && /\/|\.[^.,;:!?)]/.test(text);
}

function isInput(known: Known, word: Word): boolean {
  const reference = wordReference(word);
  if (reference.kind !== "file" || word.text.startsWith("@")) return true;
  return reference.isPattern || known.isFile(reference.name);
}
