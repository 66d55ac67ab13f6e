import { WritError } from "../../terms/failure.ts";
import { FORMATS, type FormatName, OUTPUTS, type OutputName } from "../../terms/format.ts";
import type { OptionSchema } from "../../terms/option.ts";
import type { LimitFlags } from "./limit-flag-rows.ts";

/** The words after NAME, told apart: writ's own (docs/command-line.md), and the command's with its FILEs. */
export interface RunArgv extends LimitFlags {
  readonly help: boolean;
  readonly output?: OutputName;
  readonly from?: FormatName | "auto";
  /** The command's words, `--` and what follows it included. */
  readonly own: readonly string[];
}

const VALUED = {
  "-o": "output",
  "--output": "output",
  "--from": "from",
  "--time": "time",
  "--cpu": "cpu",
  "--memory": "memory",
} as const;

/**
 * Tell writ's words after NAME from the command's. The schema says which of the command's options take a
 * value, so that `--pattern -o` is a pattern. Throws `usage`.
 */
export function splitRunArgv(schema: OptionSchema, argv: readonly string[]): RunArgv {
  const taken: { -readonly [K in keyof Omit<RunArgv, "own" | "help">]: string } = {};
  const own: string[] = [];
  let help = false;
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (word === "--") {
      own.push(...argv.slice(i));
      break;
    }
    if (word === "-h" || word === "--help") {
      help = true;
      continue;
    }
    const equals = word.startsWith("-") ? word.indexOf("=") : -1;
    const flag = equals === -1 ? word : word.slice(0, equals);
    const target = VALUED[flag as keyof typeof VALUED];
    if (target) {
      const value = equals === -1 ? argv[++i] : word.slice(equals + 1);
      if (value === undefined) throw usage(`${flag} needs a value`);
      taken[target] = value as never;
      continue;
    }
    own.push(word);
    if (equals === -1 && takesValue(schema, word) && i + 1 < argv.length) own.push(argv[++i]!);
  }
  checkChoice("--output", taken.output, OUTPUTS);
  checkChoice("--from", taken.from, ["auto", ...FORMATS]);
  return { ...(taken as Omit<RunArgv, "own" | "help">), help, own };
}

function takesValue(schema: OptionSchema, word: string): boolean {
  if (!word.startsWith("-")) return false;
  const name = word.replace(/^--?/, "");
  return schema.options.some(
    (spec) =>
      spec.type !== "boolean" &&
      (spec.name === name || spec.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) === name),
  );
}

function checkChoice(flag: string, value: string | undefined, choices: readonly string[]): void {
  if (value === undefined || choices.includes(value)) return;
  throw usage(`${flag} is ${JSON.stringify(value)}, and must be one of ${choices.join(", ")}`);
}

function usage(problem: string): WritError {
  return new WritError({ kind: "usage", problem, help: "see `writ run --help`, or `writ run NAME --help`" });
}
