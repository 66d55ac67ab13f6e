import { clearLedger } from "../../keep/ledger/clear-ledger.ts";
import { type AskQuery, countAsks, readAsks } from "../../keep/ledger/read-asks.ts";
import { clearShellHistory } from "../../keep/shell-history.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { WritError } from "../../terms/failure.ts";
import { newProgram, parseProgram, sharedOptions } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { confirm } from "../faces/confirm.ts";
import { print, tell } from "../faces/print.ts";
import { historyJson, historyTable } from "../ledger/history-table.ts";
import { readLedger } from "../ledger/read-ledger.ts";

const SHOWN = 20;

interface HistoryFlags {
  readonly number?: string;
  readonly by?: string;
  readonly clear?: true;
  readonly yes?: true;
  readonly json?: true;
}

/** `writ history`: the directives that were asked for, what their drafts took and how each ended. */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  const parsed = await parseProgram(program(), argv);
  if (!parsed) return EXIT.done;
  const flags = parsed.opts<HistoryFlags>();
  if (flags.clear) await clear(context, flags);
  else await list(context, parsed.args, flags);
  return EXIT.done;
}

async function list({ places }: Context, words: readonly string[], flags: HistoryFlags): Promise<void> {
  const query: AskQuery = { words, by: flags.by ?? null, most: readMost(flags.number) };
  const found = (await readLedger(places.state, (db) => readAsks(db, query))) ?? [];
  if (flags.json) await print(`${JSON.stringify(found.map(historyJson), null, 2)}\n`);
  else if (found.length > 0) await print(historyTable(found));
  else tell(words.length > 0 || query.by !== null ? "nothing fits" : "no directive was asked for yet");
}

async function clear(context: Context, { yes }: HistoryFlags): Promise<void> {
  const { state } = context.places;
  const asks = (await readLedger(state, countAsks)) ?? 0;
  await confirm(context, {
    what: "clear the history",
    title: `Forget ${asks} ${asks === 1 ? "directive" : "directives"}, their drafts, and what was counted of runs?`,
    details: ["What was typed in the shell is forgotten too. Kept commands and approvals stay."],
    verb: "forget",
    yes: yes === true,
  });
  await readLedger(state, (db) => clearLedger(db, state));
  clearShellHistory(state);
  tell("the history is empty");
}

function readMost(number: string | undefined): number {
  if (number === undefined) return SHOWN;
  if (/^[1-9]\d{0,8}$/.test(number)) return Number(number);
  throw new WritError({
    kind: "usage",
    problem: `-n is ${JSON.stringify(number)}, and must be how many to show, at least 1`,
    help: "see `writ history --help`",
  });
}

function program() {
  return newProgram(
    "writ history",
    "The directives you asked for, newest first, with how each ended and what its drafts took. It holds words, drafts, counts and endings, never input or results, and nothing that is replaced in a sample.",
  )
    .argument(
      "[words...]",
      "only those with all of these words, in the directive or the name it was saved under",
    )
    .option("-n, --number <count>", `how many to show (default: ${SHOWN})`)
    .option(
      "--by <who>",
      "only what this model drafted; `library`: what came from a kept command, or its name",
    )
    .option("--clear", "forget all of it, and what was typed in the shell; asks first")
    .option("-y, --yes", "with --clear: no question")
    .addOption(sharedOptions.json())
    .addHelpText(
      "after",
      `
--json has the drafts, the stages and each request too. What runs of kept commands took: writ stats.

Examples:
  writ history -n 5
  writ history addresses --by gpt-5-mini
  writ history --json > history.json`,
    );
}
