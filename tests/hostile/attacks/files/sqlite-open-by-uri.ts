// tries: open a database by an address with parameters
// expect: failed /Requires read access|unable to open|Invalid|node:sqlite/
import { DatabaseSync } from "node:sqlite";

export default () =>
  new DatabaseSync("file:{{secret}}/secret.db?mode=ro&immutable=1", { readOnly: true })
    .prepare("select token from secrets")
    .get().token;
