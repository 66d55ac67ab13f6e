import { readFileSync } from "node:fs";
import { type RunTotals, readRunTotals, readSpendings, type Spending } from "../../keep/ledger/read-stats.ts";
import { commandPaths, libraryFolders, listNames } from "../../keep/locate-command.ts";
import type { Places } from "../../keep/places.ts";
import { sha256 } from "../../keep/sha256.ts";
import type { Context } from "../context.ts";
import { priceOf } from "../drafting/model-terms.ts";
import { type CommandStats, commandStats } from "./break-even.ts";
import { readLedger } from "./read-ledger.ts";

/** What the ledger knows of every command, and of all together. */
export interface Stats {
  /** Commands that a model drafted or that ran, by name. */
  readonly commands: readonly CommandStats[];
  /** Of the directives that no command came of. */
  readonly notKept: CommandStats;
  readonly all: CommandStats;
}

/** Null where there is no ledger. Throws `state-unusable`. */
export async function gatherStats(context: Context): Promise<Stats | null> {
  const { places, env } = context;
  const read = await readLedger(places.state, (db) => ({
    spendings: readSpendings(db),
    totals: readRunTotals(db),
  }));
  if (read === null) return null;
  const config = await context.config();
  const price = (model: string) => priceOf(model, config);
  const asked = env.WRIT_MODEL?.trim() || config.model || null;
  const owners = ownersOf(read.spendings, places);
  const statsOf = (name: string, spendings: readonly Spending[], runs: RunTotals | null) =>
    commandStats(name, { spendings, runs, price, asked });

  const names = new Set(
    [...owners.keys(), ...read.totals.map(({ name }) => name)].filter((name) => name !== ""),
  );
  const totals = new Map(read.totals.map((one) => [one.name, one]));
  return {
    commands: [...names]
      .sort()
      .map((name) => statsOf(name, owners.get(name) ?? [], totals.get(name) ?? null)),
    notKept: statsOf("", owners.get("") ?? [], null),
    all: statsOf("", read.spendings, together(read.totals)),
  };
}

/** Which command each directive led to: by its code as it is now, else by the name it was saved under. `""`: none. */
function ownersOf(spendings: readonly Spending[], places: Places): ReadonlyMap<string, readonly Spending[]> {
  const byCode = new Map(codesOf(places));
  return Map.groupBy(spendings, (one) => byCode.get(one.sha256 ?? "") ?? one.saved ?? "");
}

function codesOf(places: Places): readonly (readonly [string, string])[] {
  const folders = new Map(libraryFolders(places).map(({ origin, folder }) => [origin, folder]));
  return listNames(places).flatMap(({ origin, name }) => {
    try {
      return [[sha256(readFileSync(commandPaths(folders.get(origin)!, name).snippet)), name] as const];
    } catch {
      return [];
    }
  });
}

function together(totals: readonly RunTotals[]): RunTotals | null {
  if (totals.length === 0) return null;
  return totals.reduce((sum, one) => ({
    name: "",
    runs: sum.runs + one.runs,
    failed: sum.failed + one.failed,
    since: sum.since < one.since ? sum.since : one.since,
    wallMs: sum.wallMs + one.wallMs,
    counted: sum.counted + one.counted,
    bytesIn: sum.bytesIn + one.bytesIn,
  }));
}
