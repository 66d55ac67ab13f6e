// tries: a statement of SQL that takes for ever
// limits: --cpu 1s
// expect: failed /node:sqlite/
import { DatabaseSync } from "node:sqlite";

export default () =>
  String(
    new DatabaseSync(":memory:")
      .prepare("with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) as m from n")
      .get().m,
  );
