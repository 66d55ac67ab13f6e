// tries: create a file by attaching it
// expect: failed /not authorized|too many attached|node:sqlite/
// control: written
import { DatabaseSync } from "node:sqlite";

export default () => {
  const database = new DatabaseSync(":memory:");
  database.exec("attach '{{root}}/attached.db' as other; create table other.t (x)");
};
