// tries: draw chance with SQL
// expect: failed /node:sqlite/
import { DatabaseSync } from "node:sqlite";

export default () => String(new DatabaseSync(":memory:").prepare("select abs(random() % 1000) as n").get().n);
