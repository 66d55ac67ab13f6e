import type { DatabaseSync } from "node:sqlite";
import type { Draft } from "../../terms/draft.ts";
import type { ModelRequest } from "../../terms/model-request.ts";
import type { AskEntry, Try } from "./entry.ts";

/** How many directives there are. */
export function countAsks(db: DatabaseSync): number {
  return (db.prepare("SELECT count(*) AS count FROM asks").get() as { count: number }).count;
}

/** Which directives are looked for. */
export interface AskQuery {
  /** All of these stand in the directive or are the name that it was saved under; upper and lower case are one. */
  readonly words: readonly string[];
  /** Who drafted: a model's name, a library command's name, or `library`. */
  readonly by: string | null;
  readonly most: number;
}

/** The directives that fit, newest first. */
export function readAsks(db: DatabaseSync, { words, by, most }: AskQuery): readonly AskEntry[] {
  // SQLite's own lower() knows the letters of ASCII alone.
  db.function("small", { deterministic: true }, (text) => String(text).toLowerCase());
  const conditions = [
    ...words.map(() => "instr(small(directive || ' ' || coalesce(saved, '')), small(?)) > 0"),
    ...(by === null ? [] : [DRAFTED_BY]),
  ];
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const rows = db
    .prepare(`SELECT * FROM asks ${where} ORDER BY at DESC, id DESC LIMIT ?`)
    .all(...words, ...(by === null ? [] : [by, by]), most) as unknown as AskRow[];
  return rows.map((row) => ({
    at: row.at,
    directive: row.directive,
    decision: row.decision as AskEntry["decision"],
    outcome: row.outcome,
    failure: row.failure,
    exitCode: row.exit_code,
    runMs: row.run_ms,
    saved: row.saved,
    tries: readTries(db, row.id),
  }));
}

// By the requests too: one that led to no draft was made all the same.
const DRAFTED_BY = `id IN (
  SELECT ask FROM tries WHERE lower(?) IN (
    lower(coalesce(draft ->> '$.origin.kind', '')), lower(coalesce(draft ->> '$.origin.name', '')),
    lower(coalesce(draft ->> '$.origin.model', ''))
  ) UNION SELECT ask FROM tries JOIN requests ON requests.try = tries.id WHERE lower(requests.model) = lower(?))`;

interface AskRow {
  readonly id: number;
  readonly at: string;
  readonly directive: string;
  readonly decision: string | null;
  readonly outcome: string | null;
  readonly failure: string | null;
  readonly exit_code: number | null;
  readonly run_ms: number | null;
  readonly saved: string | null;
}

function readTries(db: DatabaseSync, ask: number): readonly Try[] {
  const rows = db.prepare("SELECT * FROM tries WHERE ask = ? ORDER BY id").all(ask) as unknown as {
    readonly id: number;
    readonly draft: string | null;
    readonly sha256: string | null;
    readonly reply: string | null;
    readonly stages: string;
  }[];
  return rows.map(({ id, draft, sha256, reply, stages }) => ({
    draft: draft === null ? null : (JSON.parse(draft) as Draft),
    sha256,
    reply,
    stages: JSON.parse(stages) as Try["stages"],
    requests: readRequests(db, id),
  }));
}

/** In the order they were made. */
export function readRequests(db: DatabaseSync, attempt: number): readonly ModelRequest[] {
  const rows = db
    .prepare("SELECT * FROM requests WHERE try = ? ORDER BY id")
    .all(attempt) as unknown as RequestRow[];
  return rows.map(requestOf);
}

interface RequestRow {
  readonly model: string;
  readonly host: string;
  readonly prompt_sha256: string;
  readonly reply_sha256: string | null;
  readonly tokens_in: number;
  readonly tokens_cached: number | null;
  readonly tokens_out: number;
  readonly counted_by: "server" | "estimated";
  readonly cost_usd: number | null;
  readonly latency_ms: number;
}

function requestOf(row: RequestRow): ModelRequest {
  return {
    model: row.model,
    host: row.host,
    promptSha256: row.prompt_sha256,
    replySha256: row.reply_sha256,
    usage: {
      inputTokens: row.tokens_in,
      outputTokens: row.tokens_out,
      ...(row.tokens_cached === null ? {} : { cachedTokens: row.tokens_cached }),
      countedBy: row.counted_by,
      ...(row.cost_usd === null ? {} : { costUsd: row.cost_usd }),
    },
    latencyMs: row.latency_ms,
  };
}
