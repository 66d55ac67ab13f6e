import type { DatabaseSync } from "node:sqlite";
import type { ModelRequest } from "../../terms/model-request.ts";
import type { AskEntry, Try } from "./entry.ts";

/** Add a directive with its tries. Call within a transaction. */
export function insertAsk(db: DatabaseSync, entry: AskEntry): void {
  const { at, directive, decision, outcome, failure, exitCode, runMs, saved, tries } = entry;
  const { lastInsertRowid } = db
    .prepare(
      "INSERT INTO asks (at, directive, decision, outcome, failure, exit_code, run_ms, saved) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .run(at, directive, decision, outcome, failure, exitCode, runMs, saved);
  for (const one of tries) insertTry(db, lastInsertRowid, one);
}

function insertTry(
  db: DatabaseSync,
  ask: number | bigint,
  { draft, sha256, reply, stages, requests }: Try,
): void {
  const { lastInsertRowid } = db
    .prepare("INSERT INTO tries (ask, draft, sha256, reply, stages) VALUES (?, ?, ?, ?, ?)")
    .run(ask, draft === null ? null : JSON.stringify(draft), sha256, reply, JSON.stringify(stages));
  for (const request of requests) insertRequest(db, lastInsertRowid, request);
}

function insertRequest(db: DatabaseSync, attempt: number | bigint, request: ModelRequest): void {
  const { model, host, promptSha256, replySha256, usage, latencyMs } = request;
  db.prepare(
    "INSERT INTO requests (try, model, host, prompt_sha256, reply_sha256, tokens_in, tokens_cached, tokens_out, counted_by, cost_usd, latency_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(
    attempt,
    model,
    host,
    promptSha256,
    replySha256,
    usage.inputTokens,
    usage.cachedTokens ?? null,
    usage.outputTokens,
    usage.countedBy ?? "server",
    usage.costUsd ?? null,
    latencyMs,
  );
}
