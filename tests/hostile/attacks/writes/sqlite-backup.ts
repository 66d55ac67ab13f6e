// tries: back a database in memory up into a file
// expect: failed /Requires (read|write) access to|globalThis is not defined|is not defined|node:sqlite/
// control: written
import { backup, DatabaseSync } from "node:sqlite";

export default async () => {
  const database = new DatabaseSync(":memory:");
  database.exec("create table t (x)");
  await backup(database, "{{root}}/backup.db");
};
