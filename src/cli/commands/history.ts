import { clearHistory, readHistory } from "../../keep/read-history.ts";
import { clearShellHistory } from "../../keep/shell-history.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { WritError } from "../../terms/failure.ts";
import { newProgram, parseProgram, sharedOptions } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { confirm } from "../faces/confirm.ts";
import { print, tell } from "../faces/print.ts";
import { historyTable } from "../kept/history-table.ts";

const SHOWN = 20;

interface HistoryFlags {
  readonly number?: string;
  readonly clear?: true;
  readonly yes?: true;
  readonly json?: true;
}

/** `writ history`: the directives that were asked for and how each ended. */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  const parsed = await parseProgram(program(), argv);
  if (!parsed) return EXIT.done;
  const flags = parsed.opts<HistoryFlags>();
  if (flags.clear) await clear(context, flags);
  else await list(context, flags);
  return EXIT.done;
}

async function list({ places }: Context, flags: HistoryFlags): Promise<void> {
  const most = readMost(flags.number);
  const { entries, unread, newer } = readHistory(places.state);
  if (unread > 0) tell(`writ: ${lines(unread)} of the history cannot be read, and ${were(unread)} left out`);
  if (newer > 0) tell(`writ: ${lines(newer)} of the history ${were(newer)} written by a newer writ`);
  const shown = entries.slice(0, most);
  if (flags.json) await print(`${JSON.stringify(shown, null, 2)}\n`);
  else if (entries.length === 0) tell("no directive was asked for yet");
  else await print(historyTable(shown));
}

async function clear(context: Context, { yes }: HistoryFlags): Promise<void> {
  const { state } = context.places;
  const { entries } = readHistory(state);
  await confirm(context, {
    what: "clear the history",
    title: `Forget ${entries.length} ${entries.length === 1 ? "directive" : "directives"} and their drafts?`,
    details: ["What was typed in the shell is forgotten too. Kept commands and approvals stay."],
    verb: "forget",
    yes: yes === true,
  });
  clearHistory(state);
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

function lines(count: number): string {
  return `${count} ${count === 1 ? "line" : "lines"}`;
}

function were(count: number): string {
  return count === 1 ? "was" : "were";
}

function program() {
  return newProgram(
    "writ history",
    "The directives you asked for, newest first, with how each ended. It holds words, drafts and endings, never input or results. Runs of kept commands are not in it.",
  )
    .option("-n, --number <count>", `how many to show (default: ${SHOWN})`)
    .option("--clear", "forget all of it, and what was typed in the shell; asks first")
    .option("-y, --yes", "with --clear: no question")
    .addOption(sharedOptions.json())
    .addHelpText(
      "after",
      `
--json has the drafts too.

Examples:
  writ history -n 5
  writ history --json > history.json`,
    );
}
