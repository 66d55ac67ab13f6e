import type { DatabaseSync } from "node:sqlite";
import type { ModelRequest } from "../../terms/model-request.ts";
import { readRequests } from "./read-asks.ts";

/** What one directive's drafts took, and which command came of it. */
export interface Spending {
  /** The name it was saved under, at once; null where it was saved later or not at all. */
  readonly saved: string | null;
  /** Sha256 of the code that was decided on. */
  readonly sha256: string | null;
  readonly requests: readonly ModelRequest[];
}

/** All runs of the command of one name. */
export interface RunTotals {
  readonly name: string;
  readonly runs: number;
  /** Runs that did not end with 0. */
  readonly failed: number;
  /** When the first one was. */
  readonly since: string;
  readonly wallMs: number;
  /** Of the runs whose input was counted. */
  readonly counted: number;
  readonly bytesIn: number;
}

/** Directives for which a model was asked, oldest first. */
export function readSpendings(db: DatabaseSync): readonly Spending[] {
  const rows = db
    .prepare(
      `SELECT asks.saved, tries.id, tries.ask,
        (SELECT sha256 FROM tries AS last WHERE last.ask = asks.id AND sha256 IS NOT NULL ORDER BY id DESC LIMIT 1) AS sha256
      FROM asks JOIN tries ON tries.ask = asks.id
      WHERE EXISTS (SELECT 1 FROM requests WHERE requests.try = tries.id) ORDER BY tries.id`,
    )
    .all() as unknown as {
    readonly id: number;
    readonly ask: number;
    readonly saved: string | null;
    readonly sha256: string | null;
  }[];
  const byAsk = Map.groupBy(rows, ({ ask }) => ask);
  return [...byAsk.values()].map((tries) => ({
    saved: tries[0]!.saved,
    sha256: tries[0]!.sha256,
    requests: tries.flatMap(({ id }) => readRequests(db, id)),
  }));
}

/** By name. */
export function readRunTotals(db: DatabaseSync): readonly RunTotals[] {
  return db
    .prepare(
      `SELECT name, count(*) AS runs, sum(exit_code <> 0) AS failed, min(at) AS since, sum(wall_ms) AS wallMs,
        count(bytes_in) AS counted, coalesce(sum(bytes_in), 0) AS bytesIn
      FROM runs GROUP BY name ORDER BY name`,
    )
    .all()
    .map((row) => ({ ...row })) as unknown as RunTotals[];
}
