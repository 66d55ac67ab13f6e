/** The version of the tables, as `PRAGMA user_version` has it. A higher one is a newer writ's. */
export const LEDGER_VERSION = 1;
/** `PRAGMA application_id`: "writ" as four bytes. A file without it is none of ours. */
export const APPLICATION_ID = 0x77726974;

/** The tables of a new ledger. Times are ISO 8601 in UTC, durations milliseconds, money US dollars, hashes sha256. */
export const SCHEMA = `
CREATE TABLE asks (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, directive TEXT NOT NULL, decision TEXT, outcome TEXT, failure TEXT,
  exit_code INTEGER, run_ms INTEGER, saved TEXT
) STRICT;
CREATE TABLE tries (
  id INTEGER PRIMARY KEY, ask INTEGER NOT NULL REFERENCES asks, draft TEXT, sha256 TEXT, reply TEXT,
  stages TEXT NOT NULL
) STRICT;
CREATE INDEX tries_of_ask ON tries (ask);
CREATE INDEX tries_of_code ON tries (sha256);
CREATE TABLE requests (
  id INTEGER PRIMARY KEY, try INTEGER NOT NULL REFERENCES tries, model TEXT NOT NULL, host TEXT NOT NULL,
  prompt_sha256 TEXT NOT NULL, reply_sha256 TEXT, tokens_in INTEGER NOT NULL, tokens_cached INTEGER,
  tokens_out INTEGER NOT NULL, counted_by TEXT NOT NULL, cost_usd REAL, latency_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX requests_of_try ON requests (try);
CREATE TABLE runs (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, name TEXT NOT NULL, wall_ms INTEGER NOT NULL, bytes_in INTEGER,
  records_in INTEGER, bytes_out INTEGER, records_out INTEGER, exit_code INTEGER NOT NULL
) STRICT;
CREATE INDEX runs_of_name ON runs (name);
-- Files that were taken over, by the hash of the whole or of the first line, and how far.
CREATE TABLE taken (what TEXT PRIMARY KEY, bytes INTEGER NOT NULL) STRICT;
-- When each boot of the machine was, in milliseconds since 1970.
CREATE TABLE boots (boot TEXT PRIMARY KEY, at_ms REAL NOT NULL) STRICT;
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${LEDGER_VERSION};
`;
