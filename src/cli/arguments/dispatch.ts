import type { Failure } from "../../terms/failure.ts";
import { nearNames } from "../../terms/near.ts";

/** What the words on the command line ask for. */
export type Dispatch =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "shell" }
  | { readonly kind: "command"; readonly name: string; readonly argv: readonly string[] }
  /** A directive without the word `ask`: among the options there must be a text of more than one word. */
  | { readonly kind: "directive"; readonly argv: readonly string[] }
  | { readonly kind: "failure"; readonly failure: Failure };

/**
 * Decide by the first word that is no option (docs/command-line.md): a subcommand is that subcommand, a text
 * with a space in it is a directive, anything else a usage error that names the nearest.
 */
export function dispatch(
  argv: readonly string[],
  known: { readonly commands: readonly string[]; readonly kept: () => readonly string[] },
): Dispatch {
  const first = argv[0];
  if (first === undefined) return { kind: "shell" };
  if (first === "--help" || first === "-h" || first === "help") return { kind: "help" };
  if (first === "--version" || first === "-V" || first === "-v") return { kind: "version" };
  if (known.commands.includes(first)) return { kind: "command", name: first, argv: argv.slice(1) };
  // Options before the directive: `writ --yes "…" FILE`. The parser of `ask` finds the directive among them.
  if (first.startsWith("-") || /\s/.test(first.trim())) return { kind: "directive", argv };
  return { kind: "failure", failure: unknownWord(first, known) };
}

function unknownWord(
  word: string,
  { commands, kept }: { readonly commands: readonly string[]; readonly kept: () => readonly string[] },
): Failure {
  const problem = `${JSON.stringify(word)} is no command of writ's, and a directive has more than one word`;
  const names = kept();
  if (names.includes(word)) return { kind: "usage", problem, help: `did you mean: writ run ${word}` };
  const [near] = nearNames(word, commands);
  const [nearKept] = nearNames(word, names);
  if (near) return { kind: "usage", problem, help: `did you mean: writ ${near}` };
  if (nearKept) return { kind: "usage", problem, help: `did you mean: writ run ${nearKept}` };
  const isWord = /^[\p{L}\d-]+$/u.test(word);
  const help = isWord
    ? `a directive of one word: writ ask ${word}; the commands: writ --help`
    : "see `writ --help`";
  return { kind: "usage", problem, help };
}
