// tries: open a database for reading only
// expect: failed /Requires read access to ".*secret\.db"|node:sqlite/
// control: secret
import { DatabaseSync } from "node:sqlite";

export default () =>
  new DatabaseSync("{{secret}}/secret.db", { readOnly: true }).prepare("select token from secrets").get()
    .token;
