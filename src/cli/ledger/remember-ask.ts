import { uptime } from "node:os";
import type { AskEntry } from "../../keep/ledger/entry.ts";
import { insertAsk } from "../../keep/ledger/insert-ask.ts";
import { inLedger } from "../../keep/ledger/open-ledger.ts";
import { sha256 } from "../../keep/sha256.ts";
import { createRedactor } from "../../sample/redact/create-redactor.ts";
import { findKnownSecrets } from "../../sample/redact/known-secrets.ts";
import type { Recorded, RecordedTry } from "../../session/record-history.ts";
import type { Draft } from "../../terms/draft.ts";
import { WritError } from "../../terms/failure.ts";
import { wordFailure } from "../../terms/failure-catalogue.ts";
import { wordNote } from "./word-note.ts";

/**
 * Put a directive with its drafts into the ledger, redacted as a sample is. What is to be said of it is returned: it
 * takes nothing away from how the directive itself ended.
 */
export async function rememberAsk(state: string, recorded: Recorded): Promise<readonly string[]> {
  try {
    const entry = await redacted(recorded);
    const { notes } = await inLedger(state, clock(), (db) => insertAsk(db, entry));
    return notes.map(wordNote);
  } catch (error) {
    if (!(error instanceof WritError)) throw error;
    return [`this is not in the history: ${wordFailure(error.failure).title}`];
  }
}

/** What the ledger tells times by. */
export function clock(): { readonly ms: number; readonly uptimeMs: number } {
  return { ms: Date.now(), uptimeMs: uptime() * 1000 };
}

async function redacted(recorded: Recorded): Promise<AskEntry> {
  const { directive, tries } = recorded;
  const words = [directive, ...tries.flatMap(({ draft, reply }) => [draft?.code ?? "", reply ?? ""])].join(
    "\n",
  );
  const { text, value } = createRedactor({ known: await findKnownSecrets(words) });
  const clean = (draft: Draft): Draft => ({
    ...draft,
    directive: text(draft.directive),
    code: text(draft.code),
    origin: cleanOrigin(draft.origin, text),
    values: value(draft.values) as Draft["values"],
  });
  const kept = ({ draft, reply, ...rest }: RecordedTry) => ({
    ...rest,
    reply: reply && text(reply),
    draft: draft && clean(draft),
    sha256: draft && sha256(draft.code),
  });
  return { ...recorded, directive: text(directive), tries: tries.map(kept) };
}

/** Why a command was matched quotes the directive. */
function cleanOrigin(origin: Draft["origin"], text: (text: string) => string): Draft["origin"] {
  switch (origin.kind) {
    case "model":
      return origin;
    case "library":
      return { ...origin, why: text(origin.why) };
    case "edited":
      return { ...origin, from: cleanOrigin(origin.from, text) as typeof origin.from };
  }
}
