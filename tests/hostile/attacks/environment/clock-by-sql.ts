// tries: read the clock with SQL, which asks the system itself
// expect: failed /node:sqlite/
// hole: SQL asks the system for the time, and no grant is asked for: node:sqlite can be imported
import { DatabaseSync } from "node:sqlite";

export default () => new DatabaseSync(":memory:").prepare("select datetime('now') as now").get().now;
