// tries: load a library as an extension of SQL
// expect: failed /not authorized|extension|Requires ffi|node:sqlite/
import { DatabaseSync } from "node:sqlite";

export default () => {
  const database = new DatabaseSync(":memory:", { allowExtension: true });
  database.enableLoadExtension(true);
  database.loadExtension("/lib/x86_64-linux-gnu/libc.so.6");
};
