// tries: name a file while a database is deserialised
// expect: failed /is not a function|Requires|must be a Uint8Array|node:sqlite/
import { DatabaseSync } from "node:sqlite";

export default () => new DatabaseSync(":memory:").deserialize("{{secret}}/secret.db");
