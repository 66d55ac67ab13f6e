// tries: read a file with a function or virtual table of SQL
// expect: failed /node:sqlite/
import { DatabaseSync } from "node:sqlite";

export default function* () {
  const database = new DatabaseSync(":memory:");
  for (const sql of [
    "select readfile('{{secret}}/secret.txt')",
    "create virtual table t using csv(filename='{{secret}}/secret.txt')",
    "create virtual table u using fileio",
    "select * from fsdir('{{secret}}')",
  ]) {
    try {
      database.exec(sql);
      yield `done: ${sql}`;
    } catch (error) {
      yield error.message;
    }
  }
}
