// tries: write a database in memory into a file
// expect: failed /not authorized|too many attached|unable to open|node:sqlite/
// control: written
import { DatabaseSync } from "node:sqlite";

export default () => {
  const database = new DatabaseSync(":memory:");
  database.exec("create table t (x); vacuum into '{{root}}/vacuum.db'");
};
