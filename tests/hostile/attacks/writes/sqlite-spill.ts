// tries: fill the disk with temporary data that a database in memory spills (it is unlinked at once)
// expect: failed /node:sqlite|unable to open database file|disk I\/O error|out of memory|database or disk is full/
import { DatabaseSync } from "node:sqlite";

export default () => {
  const database = new DatabaseSync(":memory:");
  database.exec("pragma temp_store = file; pragma cache_size = 10; create temp table t (x)");
  const insert = database.prepare("insert into t values (zeroblob(1000000))");
  for (let i = 0; i < 64; i++) insert.run();
  return "spilled";
};
