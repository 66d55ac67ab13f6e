// tries: open a database, with a module that loads although the runner removed what others need
// expect: failed /Requires read access to ".*secret\.db"|node:sqlite/
// control: secret
import { DatabaseSync } from "node:sqlite";

export default () =>
  new DatabaseSync("{{secret}}/secret.db").prepare("select token from secrets").get().token;
