// tries: read the clock with SQL, which asks the system itself
// expect: failed /node:sqlite/
import { DatabaseSync } from "node:sqlite";

export default () => new DatabaseSync(":memory:").prepare("select datetime('now') as now").get().now;
