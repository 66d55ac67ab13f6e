// npm run phrasings [-- --misses] [--json]: how directives are matched to the commands that ship, without a model.
// Three sets of phrasings, each with what is right for it; `--misses` lists what did not end so.
import { parseArgs } from "node:util";
import { LIBRARY } from "../tests/draft/match/library.ts";
import { judgePhrasings } from "./phrasings/judge-phrasings.ts";
import { describeMiss, isMiss, tableOf, tally } from "./phrasings/phrasing-report.ts";
import { readPhrasings, type SetName } from "./phrasings/read-phrasings.ts";

const { values: flags } = parseArgs({ options: { misses: { type: "boolean" }, json: { type: "boolean" } } });
const sets: readonly SetName[] = ["first", "second", "held-out"];
const judged = await Promise.all(
  sets.map(async (set) => ({ set, all: judgePhrasings(await readPhrasings(set), LIBRARY) })),
);
if (flags.json) {
  console.log(JSON.stringify(Object.fromEntries(judged.map(({ set, all }) => [set, tally(all)]))));
} else {
  for (const { set, all } of judged) {
    console.log(`${tableOf(set, tally(all))}\n`);
    if (flags.misses) for (const miss of all.filter(isMiss)) console.log(describeMiss(miss));
  }
}
