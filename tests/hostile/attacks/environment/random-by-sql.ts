// tries: draw chance with SQL
// expect: failed /node:sqlite/
// hole: SQL draws chance, and no grant is asked for: node:sqlite can be imported
import { DatabaseSync } from "node:sqlite";

export default () => String(new DatabaseSync(":memory:").prepare("select abs(random() % 1000) as n").get().n);
