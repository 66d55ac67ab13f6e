import { Option } from "commander";
import { refuseTaken } from "../../keep/save-command.ts";
import type { Collaborators } from "../../session/collaborators.ts";
import { draftFromLibrary } from "../../session/draft-from-library.ts";
import { recordHistory } from "../../session/record-history.ts";
import { session } from "../../session/session.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { WritError } from "../../terms/failure.ts";
import { wordOutcome } from "../../terms/outcome-wording.ts";
import type { AskFlags } from "../arguments/ask-flags.ts";
import { readCeilings } from "../arguments/ceilings.ts";
import { draftLimits } from "../arguments/limit-flags.ts";
import { newProgram, parseProgram, sharedOptions } from "../arguments/program.ts";
import { readExamples } from "../arguments/read-examples.ts";
import type { Context } from "../context.ts";
import { askCollaborators } from "../drafting/ask-collaborators.ts";
import type { OutputSchema } from "../drafting/output-schema.ts";
import { showPrompt } from "../drafting/show-prompt.ts";
import { openFaces } from "../faces/faces.ts";
import { tell } from "../faces/print.ts";
import { readAllowFlags } from "../grants/allow-flags.ts";
import { ownPlaces } from "../grants/own-places.ts";
import { workingFolder } from "../places.ts";
import { requiredSandbox, sandboxLevel } from "../sandbox/sandbox-level.ts";

const REPAIRS_MOST = 3;
/** The value of `--events` that means stderr. */
const STDERR = "-";

/** `writ ask "DIRECTIVE" [FILE…]`: the main job. */
export function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  return ask(argv, context, { spelledOut: true });
}

/** `writ "DIRECTIVE" [FILE…]`: the same; a single word is more likely a mistyped command. */
export function runDirective(argv: readonly string[], context: Context): Promise<ExitCode> {
  return ask(argv, context, { spelledOut: false });
}

async function ask(
  argv: readonly string[],
  context: Context,
  { spelledOut }: { readonly spelledOut: boolean },
): Promise<ExitCode> {
  const parsed = await parseProgram(program(), argv.map(eventsToStderr));
  if (!parsed) return EXIT.done;
  const flags = parsed.opts<AskFlags>();
  const [directive, ...files] = parsed.args as [string, ...string[]];
  if (directive.trim() === "") throw new WritError({ kind: "usage", problem: "the directive is empty" });
  if (!spelledOut && !/\s/.test(directive.trim())) {
    const problem = `a directive has more than one word, and this has one: ${JSON.stringify(directive)}`;
    throw new WritError({ kind: "usage", problem, help: `if it is meant: writ ask ${directive}` });
  }

  const limits = draftLimits(flags, await readCeilings(context.places.config));
  // Known beforehand: a path that cannot be granted is no reason to draft.
  readAllowFlags(flags, { cwd: workingFolder(), own: ownPlaces(context.places), command: "ask" });
  const examples = readExamples(flags);
  const outputSchema = await outputSchemaOf(flags);
  if (flags.save !== undefined) refuseTaken(context.places, "user", flags.save);
  if (flags.showPrompt) return showPrompt({ directive, files, flags, context });

  // Known beforehand: what could not run is not drafted either.
  const { level, required } = await (flags.dryRun
    ? sandboxLevel(context)
    : requiredSandbox(context, "the draft"));
  const faces = await openFaces(context, {
    asks: !flags.yes && !flags.dryRun,
    quiet: flags.quiet === true,
    events: flags.events ?? null,
    taken: namedFiles(files, flags),
  });
  try {
    const collaborators = await askCollaborators({
      directive,
      files,
      flags,
      context,
      faces,
      outputSchema,
      offersRepair: faces.canAsk,
    });
    if (!flags.yes && !flags.dryRun && !faces.canAsk) await refuseUnasked(directive, collaborators);
    const settings = {
      directive,
      yes: flags.yes === true,
      dryRun: flags.dryRun === true,
      noSample: !flags.sample,
      saveAs: flags.save ?? null,
      limits,
      level,
      requiredLevel: required,
      repairsMost: REPAIRS_MOST,
      tries: flags.try === true || outputSchema !== null,
      examples,
      explains: flags.explain === true,
    };
    const events = recordHistory(directive, session(settings, collaborators), async (recorded) => {
      const { rememberAsk } = await import("../ledger/remember-ask.ts");
      for (const said of await rememberAsk(context.places.state, recorded)) tell(`writ: ${said}`);
    });
    for (;;) {
      const { value, done } = await events.next();
      if (!done) {
        await faces.show(value);
        continue;
      }
      if (value.kind === "failed") throw new WritError(value.failure);
      return value.kind === "ran" ? wordOutcome(value.outcome).exitCode : EXIT.done;
    }
  } finally {
    await faces.release();
  }
}

/**
 * Nobody can be asked: no model is, and nothing is drafted, for an answer that can only be no. Without a model it may
 * also be that nothing fits, which no terminal would help. Throws `no-model`, else `not-approved`.
 */
async function refuseUnasked(directive: string, { model, sample, match }: Collaborators): Promise<never> {
  if (model === null) {
    draftFromLibrary({ directive, yes: false }, await match(await sample()));
  }
  const beforehand = "--yes";
  throw new WritError({ kind: "not-approved", what: "the draft", reason: "no-terminal", beforehand });
}

/** Every file that the words name to be read, or to be written by the run. */
function namedFiles(files: readonly string[], flags: AskFlags): readonly string[] {
  const { allowRead = [], allowWrite = [], examples = [], outputSchema } = flags;
  const schema = outputSchema === undefined ? [] : [outputSchema];
  return [...files, ...allowRead, ...allowWrite, ...examples, ...schema].filter((name) => name !== "-");
}

/** The validator is loaded only where a schema was typed. */
async function outputSchemaOf({ outputSchema: path }: AskFlags): Promise<OutputSchema | null> {
  if (path === undefined) return null;
  const { readOutputSchema } = await import("../drafting/output-schema.ts");
  return readOutputSchema(path);
}

// Without `=FILE` the events go to stderr: the next word is the directive, not a file.
function eventsToStderr(word: string): string {
  return word === "--events" ? `--events=${STDERR}` : word;
}

function program() {
  return newProgram(
    "writ ask",
    "Say what you want done with some data. writ looks at a sample, drafts a TypeScript program, checks it, shows it, and runs it on all the data once you say yes. The result is on stdout and nothing else.",
  )
    .argument("<directive>", "what you want, in plain language")
    .argument("[files...]", "the input; without FILEs, stdin unless it is a terminal; - is stdin")
    .option(
      "-y, --yes",
      "no question: approve if every stage that ran passed and the --allow flags name all it touches",
    )
    .option("--dry-run", "draft, check and show; run nothing (exit 3 if refused)")
    .option("--show-prompt", "print exactly what would be sent to a model; send nothing")
    .option("--no-sample", "show a model field names and types, no values")
    .option("--try", "run each draft on the sample first: sealed, nothing granted, briefly")
    .option("--explain", "say what each line of the draft does, and what it makes of three records")
    .addOption(sharedOptions.example())
    .addOption(sharedOptions.examples())
    .option(
      "--output-schema <file>",
      "a JSON Schema that each record of a trial has to meet; tries each draft",
    )
    .option("--save <name>", "keep it as a command once it is approved")
    .option("-m, --model <name>", "the model to ask (WRIT_MODEL)")
    .option("--max-tokens <number>", "tokens that all requests of this directive may take together")
    .option("--max-cost <dollars>", "US dollars that they may cost together, by the price set for the model")
    .addOption(sharedOptions.allowRead())
    .addOption(sharedOptions.allowWrite())
    .addOption(sharedOptions.allowEnv())
    .addOption(sharedOptions.output())
    .addOption(sharedOptions.from())
    .addOption(sharedOptions.noHeader())
    .addOption(sharedOptions.ragged())
    .addOption(sharedOptions.strict())
    .addOption(sharedOptions.encoding())
    .addOption(sharedOptions.invalidBytes())
    .addOption(sharedOptions.formulas())
    .addOption(sharedOptions.noInput())
    .addOption(sharedOptions.time())
    .addOption(sharedOptions.cpu())
    .addOption(sharedOptions.memory())
    .addOption(sharedOptions.maxOutput())
    .addOption(sharedOptions.maxRecords())
    .addOption(sharedOptions.maxLine())
    .addOption(new Option("--events [=FILE]", "what happens, as NDJSON on stderr, or into FILE"))
    .addOption(sharedOptions.quiet())
    .addHelpText(
      "after",
      `
Examples:
  writ "the ten most frequent addresses" access.log
  cat access.log | writ "mean duration by path" -o csv > durations.csv
  writ "requests slower than a second" access.log --save slow-requests`,
    );
}
