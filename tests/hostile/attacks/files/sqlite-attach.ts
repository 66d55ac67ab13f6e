// tries: attach a database file to one in memory
// expect: failed /not authorized|too many attached|Requires read|node:sqlite/
// control: secret
import { DatabaseSync } from "node:sqlite";

export default () => {
  const database = new DatabaseSync(":memory:");
  database.exec("attach '{{secret}}/secret.db' as other");
  return database.prepare("select token from other.secrets").get().token;
};
