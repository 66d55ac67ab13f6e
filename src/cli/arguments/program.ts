import { isatty } from "node:tty";
import { Command, CommanderError, Option } from "commander";
import { WritError } from "../../terms/failure.ts";
import { OUTPUTS } from "../../terms/format.ts";
import { columnsOf } from "../faces/columns-of.ts";
import { print } from "../faces/print.ts";
import { readingOptions } from "./reading-flags.ts";
import { writingOptions } from "./writing-flags.ts";

/** A parser for one command's words: help on stdout, errors as `usage` failures. */
export function newProgram(name: string, summary: string): Command {
  return new Command(name)
    .description(summary)
    .exitOverride()
    .configureOutput({
      outputError: () => {},
      getOutHelpWidth: () => Math.min(100, isatty(1) ? columnsOf(process.stdout) : 100),
    })
    .helpOption("-h, --help", "show this help");
}

/**
 * The parsed program, or null where `--help` was asked for and printed. Throws `usage` naming what is wrong; `unknown`
 * is what helps where an option is not known.
 */
export async function parseProgram(
  program: Command,
  argv: readonly string[],
  { unknown }: { readonly unknown?: string } = {},
): Promise<Command | null> {
  let help = "";
  program.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  try {
    return program.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) {
      await print(help);
      return null;
    }
    const problem = error.message.replace(/^error: /, "").replace(/\n\((.*)\)$/, " ($1)");
    const see = `see \`${program.name()} --help\``;
    const isUnknown = error.code === "commander.unknownOption" && unknown !== undefined;
    const failure = { kind: "usage", problem, help: isUnknown ? `${unknown}; ${see}` : see } as const;
    throw new WritError(failure, { cause: error });
  }
}

/** Options that several commands share, each a fresh one: commander keeps state in them. */
export const sharedOptions = {
  output: () => new Option("-o, --output <form>", "how to render the result").choices([...OUTPUTS]),
  ...readingOptions,
  ...writingOptions,
  quiet: () => new Option("-q, --quiet", "say nothing on stderr but errors"),
  noInput: () => new Option("-n, --no-input", "there is no input: do not touch stdin"),
  time: () => new Option("--time <duration>", "end the run after this much time: 500ms, 10s, 5m"),
  cpu: () => new Option("--cpu <duration>", "end the run after this much CPU time: 10s, 5m (least 1s)"),
  memory: () => new Option("--memory <size>", "memory the run may use: 256M, 2G (least 128M)"),
  maxOutput: () => new Option("--max-output <size>", "end the run after this much output"),
  maxRecords: () => new Option("--max-records <count>", "end the run after this many records of its result"),
  maxLine: () => new Option("--max-line <size>", "the longest line of the input there may be (default 64M)"),
  allowRead: () =>
    new Option("--allow-read <path>", "let it read this file, or the files in this folder").argParser(each),
  allowWrite: () => new Option("--allow-write <path>", "let it write this one file").argParser(each),
  allowEnv: () => new Option("--allow-env <name>", "let it see this environment variable").argParser(each),
  example: () =>
    new Option("--example <in-out>", "an example, 'IN => OUT', that each draft has to meet").argParser(each),
  examples: () =>
    new Option(
      "--examples <path>",
      "examples: JSONL, CSV of pairs, or a folder of .in and .out files",
    ).argParser(each),
  json: () => new Option("--json", "as JSON"),
};

/** An option that may be given again: all of its values, in order. */
function each(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
