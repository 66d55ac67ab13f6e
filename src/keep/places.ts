import { join } from "node:path";

/** The folders writ reads and writes. `project` is set where a `writ.toml` was found upwards. */
export interface Places {
  readonly config: string;
  readonly data: string;
  readonly state: string;
  readonly shipped: string;
  readonly project: string | null;
}

/** Paths inside the state folder, in one place. */
export const statePaths = (state: string) => ({
  approvals: join(state, "approvals"),
  runs: join(state, "runs", "user"),
  shippedRuns: join(state, "runs", "shipped"),
  runners: join(state, "runners"),
  stages: join(state, "stages"),
  sandbox: join(state, "sandbox.json"),
  removed: join(state, "removed"),
  engine: join(state, "engine.json"),
  cleared: join(state, "cleared"),
  last: join(state, "last"),
  ledger: join(state, "ledger.sqlite"),
  /** Runs of kept commands that the ledger has not taken over yet, and those before them. */
  runNotes: join(state, "run-notes.jsonl"),
  runNotesBefore: join(state, "run-notes.before.jsonl"),
  /** Where the history was before there was a ledger. */
  history: join(state, "history.jsonl"),
  shellHistory: join(state, "shell-history.jsonl"),
  spools: join(state, "spools"),
  consents: join(state, "consents.json"),
});
