// tries: the same past the runner
// runner: off
// expect: failed /Requires (read|write) access to|node:sqlite/
// control: written
import { backup, DatabaseSync } from "node:sqlite";

export default async () => {
  const database = new DatabaseSync(":memory:");
  database.exec("create table t (x)");
  await backup(database, "{{root}}/backup-open.db");
};
