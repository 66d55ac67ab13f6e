import { listNames } from "../../keep/locate-command.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { WritError } from "../../terms/failure.ts";
import { nearNames } from "../../terms/near.ts";
import { newProgram, parseProgram, sharedOptions } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { print, tell } from "../faces/print.ts";
import type { CommandStats } from "../ledger/break-even.ts";
import { gatherStats, type Stats } from "../ledger/gather-stats.ts";
import { statsOfOne, statsTable } from "../ledger/stats-text.ts";

/** `writ stats [NAME]`: what drafting took, the runs since, and what asking a model on each would have taken. */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  const parsed = await parseProgram(program(), argv);
  if (!parsed) return EXIT.done;
  const [name] = parsed.args;
  const { json } = parsed.opts<{ readonly json?: true }>();
  const stats = await gatherStats(context);
  const one = name === undefined ? null : find(name, stats, context);
  if (stats === null || (stats.commands.length === 0 && stats.notKept.drafting.requests === 0)) {
    tell("nothing was drafted or run yet");
    if (json) await print(`${JSON.stringify({ v: 1, commands: [] })}\n`);
  } else if (json) await print(`${JSON.stringify({ v: 1, ...(one ?? stats) }, null, 2)}\n`);
  else await print(one === null ? statsTable(stats) : statsOfOne(one));
  return EXIT.done;
}

/** A command that never ran has nothing to show; one that is gone may have. Throws `no-such-command`. */
function find(name: string, stats: Stats | null, { places }: Context): CommandStats {
  const found = stats?.commands.find((one) => one.name === name);
  if (found) return found;
  const names = [
    ...listNames(places).map((one) => one.name),
    ...(stats?.commands ?? []).map((one) => one.name),
  ];
  if (!names.includes(name))
    throw new WritError({ kind: "no-such-command", name, near: nearNames(name, names) });
  const drafting = { requests: 0, usage: null, models: [] };
  return { name, drafting, runs: null, asking: null, breakEvenRuns: null };
}

function program() {
  return newProgram(
    "writ stats",
    "What drafting your commands took, the runs since, and what asking a model on every run would have taken by the tokens of its input. With NAME the arithmetic is shown.",
  )
    .argument("[name]", "one command")
    .addOption(sharedOptions.json())
    .addHelpText(
      "after",
      `
Tokens are the server's count, or estimated as four characters each. Money is counted where the server names it or a
price is set: writ config prices.MODEL "IN OUT", in US dollars per million tokens. A run on a pipe that starts no Node
does not say how much it read.

Examples:
  writ stats
  writ stats slow-requests`,
    );
}
