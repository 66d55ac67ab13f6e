// Readers and writers against answers that other people's tools gave: jq's manual and Miller's documentation (recorded),
// and jq and Miller themselves where they are on this machine. Fails at a difference that is not explained, and at an
// explanation of none. The data is not part of the project: WRIT_CORPORA names its folder.
import { existsSync } from "node:fs";
import type { OracleSet } from "./oracles/case.ts";
import { readDataFiles } from "./oracles/data-files.ts";
import { EXPLAINED } from "./oracles/explained.ts";
import { type Judged, judgeSet } from "./oracles/judge.ts";
import { isThere, jqItself, jqManual, millerDocs, millerItself } from "./oracles/sets.ts";

const corpora = process.env.WRIT_CORPORA ?? "";
if (corpora === "" || !existsSync(corpora)) {
  console.log("oracles: skipped, WRIT_CORPORA names no folder");
  process.exit(0);
}

const live: readonly [string, (folder: string) => OracleSet][] = [
  ["jq", jqItself],
  ["mlr", millerItself],
];
const sets = [jqManual(corpora), millerDocs(corpora)];
for (const [program, make] of live) {
  if (isThere(program)) sets.push(make(corpora));
  else console.log(`skipped: ${program} is not on this machine`);
}

const judged = sets.map((set) => judgeSet(set, EXPLAINED));
for (const one of judged) print(one);
const files = readDataFiles(corpora);
for (const { path, format, records, fields, wrong } of files)
  console.log(`${path}: ${format}, ${records} × ${fields.join(", ")}${wrong ? `; WRONG: ${wrong}` : ""}`);

const used = new Set(judged.flatMap(({ explained }) => explained.map(({ why }) => why)));
const idle = EXPLAINED.filter(({ why, needs }) => !used.has(why) && (needs === undefined || isThere(needs)));
for (const { id } of idle) console.log(`an explanation of nothing: ${id}`);
const isWrong = judged.some(({ wrong }) => wrong.length > 0) || files.some(({ wrong }) => wrong !== null);
if (isWrong || idle.length > 0) process.exitCode = 1;

function print({ name, same, explained, wrong, notOurs }: Judged): void {
  const rest = notOurs.length > 0 ? `; ${notOurs.length} are no conversion of formats that both have` : "";
  console.log(
    `${name}: ${same} the same, ${explained.length} differ as explained, ${wrong.length} wrong${rest}`,
  );
  for (const [why, ids] of Map.groupBy(explained, (one) => one.why))
    console.log(`  ${ids.length} × ${why}\n${ids.map(({ id }) => `      ${id}`).join("\n")}`);
  if (notOurs.length > 0) console.log(`  not compared: ${tally(notOurs.map(({ why }) => why))}`);
  for (const { id, what } of wrong) console.log(`  WRONG ${id}\n    ${what}`);
}

/** How often each was the reason, most frequent first; what stands alone together. */
function tally(whys: readonly string[]): string {
  const counted = [...Map.groupBy(whys, (why) => why)].map(([why, all]) => [why, all.length] as const);
  const often = counted.filter(([, count]) => count > 2).sort(([, a], [, b]) => b - a);
  const alone = counted.filter(([, count]) => count <= 2).reduce((sum, [, count]) => sum + count, 0);
  return [...often.map(([why, count]) => `${why} ${count}`), `others ${alone}`].join(", ");
}
