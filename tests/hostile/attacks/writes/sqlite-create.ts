// tries: create a database file
// expect: failed /Requires (read|write) access to|node:sqlite/
// control: written
import { DatabaseSync } from "node:sqlite";

export default () => new DatabaseSync("{{root}}/made.db").exec("create table t (x)");
