import { isatty } from "node:tty";
import { Option } from "commander";
import { locateCommand } from "../../keep/locate-command.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { wordOutcome } from "../../terms/outcome-wording.ts";
import { statsJson, wordStats } from "../../terms/stats-wording.ts";
import type { RunStats } from "../../terms/tally.ts";
import { readCeilings } from "../arguments/ceilings.ts";
import type { LimitFlags } from "../arguments/limit-flag-rows.ts";
import { readLimitFlags } from "../arguments/limit-flags.ts";
import { newProgram, parseProgram, sharedOptions } from "../arguments/program.ts";
import type { ReadingFlags } from "../arguments/reading-flags.ts";
import type { WritingFlags } from "../arguments/writing-flags.ts";
import type { Context } from "../context.ts";
import { helpColumns } from "../faces/hanging.ts";
import { print, tell } from "../faces/print.ts";
import { commandHelp } from "../help/command-help.ts";
import { chooseInputs } from "../input/input.ts";
import { approvedCommand } from "../kept/approved-command.ts";
import type { Execution } from "../kept/execute.ts";
import { type OutputFlag, prepareKept, readKeptWords } from "../kept/kept-run.ts";
import { writeRunFile } from "../kept/write-run-file.ts";
import { requiredSandbox } from "../sandbox/sandbox-level.ts";
import { readOutput } from "../settings/config.ts";
import { seeSettings } from "../settings/seen.ts";

interface RunFlags extends LimitFlags, ReadingFlags, WritingFlags, OutputFlag {
  readonly input: boolean;
  readonly quiet?: boolean;
  readonly plan?: boolean;
  readonly stats?: "text" | "json";
}

/** `writ run NAME`: no model, no socket, no question as long as nothing changed. */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  const parsed = await parseProgram(program(), statsAsText(argv), {
    unknown: "options of the command itself stand after its NAME",
  });
  if (!parsed) return EXIT.done;
  const flags = parsed.opts<RunFlags>();
  const [name, ...rest] = parsed.args as [string, ...string[]];
  const settings = seeSettings(context.places.config);
  const ceilings = await readCeilings(context.places.config);
  // Before NAME is looked for: after a wrong value it may be no name at all, as in `--time 5 minutes count`.
  readLimitFlags(flags, ceilings);
  const sandbox = await requiredSandbox(context, name);
  if (sandbox.mended !== null && !flags.quiet) tell(`writ: ${sandbox.mended}`);
  const compiled = await approvedCommand(name, context, { quiet: flags.quiet === true });
  const words = readKeptWords(compiled, rest, { flags, ceilings, help: `see \`writ run ${name} --help\`` });
  if (words === null) {
    await print(commandHelp(name, compiled, helpColumns()));
    return EXIT.done;
  }
  const inputs = chooseInputs({ files: words.files, noInput: !flags.input, fromTerminal: true });
  if (inputs.some((input) => input.name === "stdin") && isatty(0) && !flags.quiet) {
    tell("reading from the terminal: end with Ctrl-D");
  }
  const output = await readOutput(context.places.config);
  const prepared = prepareKept({
    context,
    sandbox,
    compiled,
    words,
    ceilings,
    inputs,
    output,
    ...figures(flags, name),
  });
  if (flags.plan) {
    await print(`${JSON.stringify(prepared.plan, null, 2)}\n`);
    return EXIT.done;
  }
  writeRunFile({
    places: context.places,
    env: context.env,
    ...locateCommand(context.places, name),
    compiled,
    reached: sandbox.reached,
    settings,
    ceilings,
    output: output ?? "auto",
  });
  const outcome = await prepared.run(context.signal);
  const { sentence, said, exitCode } = wordOutcome(outcome);
  if (!said) tell(`writ: ${name}: ${sentence}`);
  return exitCode;
}

/** What is told of the run while it goes on, and once it has ended. */
function figures({ quiet, stats }: RunFlags, name: string): Pick<Execution, "progress" | "quiet" | "stats"> {
  const word = (one: RunStats) => (stats === "json" ? statsJson(one) : `writ: ${name}: ${wordStats(one)}`);
  return {
    ...(quiet ? { progress: "none", quiet } : { progress: "terminal" }),
    ...(stats ? { stats: (one) => tell(word(one)) } : {}),
  };
}

// Without `=json` it takes no value: the next word is the command's name. What follows that is not ours.
function statsAsText(argv: readonly string[]): readonly string[] {
  const valued = program().options.filter((option) => option.required);
  for (let at = 0; argv[at]?.startsWith("-"); at++) {
    const word = argv[at]!;
    if (word === "--stats") return argv.with(at, "--stats=text");
    if (valued.some(({ long, short }) => word === long || word === short)) at++;
  }
  return argv;
}

function program() {
  return newProgram("writ run", "Run a kept command: no model, no network, no question.")
    .enablePositionalOptions()
    .passThroughOptions()
    .addOption(sharedOptions.noInput())
    .addOption(sharedOptions.quiet())
    .addOption(sharedOptions.output())
    .addOption(sharedOptions.from())
    .addOption(sharedOptions.header())
    .addOption(sharedOptions.noHeader())
    .addOption(sharedOptions.ragged())
    .addOption(sharedOptions.strict())
    .addOption(sharedOptions.encoding())
    .addOption(sharedOptions.invalidBytes())
    .addOption(sharedOptions.formulas())
    .addOption(sharedOptions.time())
    .addOption(sharedOptions.cpu())
    .addOption(sharedOptions.memory())
    .addOption(sharedOptions.maxOutput())
    .addOption(sharedOptions.maxRecords())
    .addOption(sharedOptions.maxLine())
    .addOption(
      new Option(
        "--stats [=json]",
        "what went in and out, time and memory, as a last line on stderr",
      ).choices(["text", "json"]),
    )
    .option("--plan", "print what would be started and with what, as JSON; start nothing")
    .argument("<name>", "the command; `writ list` shows them")
    .argument("[words...]", "the command's own options and FILEs; `writ run NAME --help` shows them")
    .addHelpText(
      "after",
      `
Options of writ's own stand before NAME. After it, -o/--output, --from, --time, --cpu, --memory, -h/--help and --
are writ's too.

Examples:
  writ run top-values --field status -n 5 access.log
  tail -f access.log | writ run select --where 'status>=500' -o csv`,
    );
}
