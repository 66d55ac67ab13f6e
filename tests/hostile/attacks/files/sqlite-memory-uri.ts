// tries: call a file a database in memory
// expect: failed /Requires read access|unable to open|Invalid|no such table|node:sqlite/
import { DatabaseSync } from "node:sqlite";

export default () =>
  new DatabaseSync("file::memory:?vfs=unix&x={{secret}}/secret.db").prepare("select token from secrets").get()
    .token;
