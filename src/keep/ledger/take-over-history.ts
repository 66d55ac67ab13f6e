import { existsSync, readFileSync, renameSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { Draft } from "../../terms/draft.ts";
import { statePaths } from "../places.ts";
import { isObject } from "../read-json.ts";
import { sha256 } from "../sha256.ts";
import type { AskEntry, LedgerNote, Try } from "./entry.ts";
import { insertAsk } from "./insert-ask.ts";

/**
 * Take over the history of before there was a ledger, once, and keep its file under another name. The same bytes are
 * never taken over twice, whatever ended in between. Call within a transaction.
 */
export function takeOverHistory(db: DatabaseSync, state: string): readonly LedgerNote[] {
  const path = statePaths(state).history;
  if (!existsSync(path)) return [];
  const text = readFileSync(path, "utf8");
  const { changes } = db
    .prepare("INSERT OR IGNORE INTO taken (what, bytes) VALUES (?, ?)")
    .run(sha256(text), Buffer.byteLength(text));
  const aside = freeName(`${path}.taken`);
  const lines = text.split("\n").filter((line) => line !== "");
  const entries = changes === 0 ? [] : lines.flatMap((line) => entryOf(line) ?? []);
  for (const entry of entries) insertAsk(db, entry);
  renameSync(path, aside);
  const left = changes === 0 ? 0 : lines.length - entries.length;
  return left === 0 ? [] : [{ kind: "lines-left", count: left, path: aside }];
}

/** Null for a line that was torn, or that a newer writ wrote. */
function entryOf(line: string): AskEntry | null {
  const stored = parsed(line);
  if (!isObject(stored) || stored.v !== 1) return null;
  const { at, directive, draft, reply, decision, outcome, failure, exitCode, runMs } = stored;
  if (typeof at !== "string" || typeof directive !== "string") return null;
  const drafted = isDraft(draft) ? draft : null;
  const said = typeof reply === "string" ? reply : null;
  return {
    at,
    directive,
    tries: drafted || said ? [tryOf(drafted, said)] : [],
    decision: decision === "yes" || decision === "no" || decision === "save" ? decision : null,
    outcome: typeof outcome === "string" ? outcome : null,
    failure: typeof failure === "string" ? failure : null,
    exitCode: Number.isSafeInteger(exitCode) ? (exitCode as number) : null,
    runMs: Number.isSafeInteger(runMs) ? (runMs as number) : null,
    saved: null,
  };
}

function tryOf(draft: Draft | null, reply: string | null): Try {
  return { draft, sha256: draft && sha256(draft.code), reply, requests: [], stages: [] };
}

function isDraft(value: unknown): value is Draft {
  return isObject(value) && typeof value.code === "string" && isObject(value.origin);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let n = 2; existsSync(name); n++) name = `${wanted}-${n}`;
  return name;
}
