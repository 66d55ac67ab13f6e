// tries: choose the folder in which temporary data is written
// expect: failed /not authorized|access to|no such table|stayed in memory|node:sqlite/
import { DatabaseSync } from "node:sqlite";

export default () => {
  const database = new DatabaseSync(":memory:");
  database.exec("pragma temp_store_directory = '{{root}}'; pragma temp_store = file;");
  throw new Error("stayed in memory");
};
