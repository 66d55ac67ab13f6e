import type { OptionSchema } from "../../terms/option.ts";
import { argumentChoices } from "./complete-argument.ts";
import { fileChoices, fileWord, type NamedFile } from "./complete-file.ts";
import type { Choice, Complete, Completion } from "./state.ts";

/** Where the choices come from. Read at each Tab, so that a getter always gives what there is. */
export interface CompletionSources {
  /** Without the slash. */
  readonly slash: readonly { readonly name: string; readonly summary: string }[];
  readonly commands: readonly CompletableCommand[];
  /** The files and folders whose path, written as in the prefix, starts with it: `src/ma` gives `src/main.ts`. */
  files(prefix: string): readonly NamedFile[];
}

export interface CompletableCommand {
  readonly name: string;
  readonly description: string;
  /** Null where it is not known yet: the command was never approved here. */
  readonly schema: OptionSchema | null;
}

/** The slash commands whose first word is the name of a kept command. */
const ABOUT_A_COMMAND = ["run", "show"];
/** And the one whose words are a command line. */
const RUNS_A_COMMAND = "run";

/**
 * What may stand at the cursor: a file after `@`, a slash command or a kept command as the first word, and
 * behind a command its options and their values. Nothing after `!`: that is a program's own line.
 */
export function createCompleter(sources: CompletionSources): Complete {
  return (text, cursor) => {
    const head = text.slice(0, cursor);
    if (head.trimStart().startsWith("!")) return null;
    const file = fileWord(head);
    if (file !== null) {
      const to = file.isQuoted && text.startsWith('"', cursor) ? cursor + 1 : cursor;
      return completion(file.from, to, fileChoices(sources.files(file.prefix), file));
    }
    const words = head.trimStart().split(/\s+/);
    const word = words.pop() ?? "";
    return completion(cursor - word.length, cursor, wordChoices(sources, words, word));
  };
}

function completion(from: number, to: number, choices: readonly Choice[]): Completion | null {
  return choices.length === 0 ? null : { from, to, choices };
}

function wordChoices(sources: CompletionSources, before: readonly string[], word: string): readonly Choice[] {
  const [first, ...others] = before;
  if (first === undefined) return firstWordChoices(sources, word);
  if (!first.startsWith("/")) return runChoices(sources, before, word);
  const slash = first.slice(1);
  if (others.length === 0) return ABOUT_A_COMMAND.includes(slash) ? nameChoices(sources, word) : [];
  return slash === RUNS_A_COMMAND ? runChoices(sources, others, word) : [];
}

function firstWordChoices(sources: CompletionSources, word: string): readonly Choice[] {
  if (!word.startsWith("/")) return nameChoices(sources, word);
  const rows = sources.slash.map(({ name, summary }) => wordChoice(`/${name}`, summary));
  return starting(rows, word);
}

function nameChoices({ commands }: CompletionSources, word: string): readonly Choice[] {
  const rows = commands.map(({ name, description }) => wordChoice(name, description));
  return starting(rows, word);
}

function wordChoice(text: string, detail: string): Choice {
  return { text, label: text, isWhole: true, detail };
}

function runChoices(
  { commands }: CompletionSources,
  before: readonly string[],
  word: string,
): readonly Choice[] {
  const [name, ...words] = before;
  const schema = commands.find((command) => command.name === name)?.schema ?? null;
  return schema === null ? [] : starting(argumentChoices(schema, words, word), word);
}

function starting(choices: readonly Choice[], word: string): readonly Choice[] {
  return choices.filter(({ text }) => text.startsWith(word));
}
