// tries: fill memory of the engine's libraries, by SQL
// limits: --memory 128M
// expect: failed /out of memory|node:sqlite/
import { DatabaseSync } from "node:sqlite";

export default () => {
  const database = new DatabaseSync(":memory:");
  database.exec("pragma temp_store = memory; create table t (x)");
  const insert = database.prepare("insert into t values (randomblob(10000000))");
  for (;;) insert.run();
};
