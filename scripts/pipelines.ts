// npm run pipelines [-- WORD…]: the situations of tests/pipelines against the real program, those with a WORD in
// their name. Prints one line each; ends 1 where one is not as it must be.
import { judge } from "./pipelines/judge.ts";
import { openPlace } from "./pipelines/place.ts";
import { readSituations } from "./pipelines/situation.ts";

const AT_ONCE = 2;

const words = process.argv.slice(2);
const situations = readSituations("tests/pipelines").filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
const waiting = [...situations];
const place = await openPlace();
const count = { passed: 0, failed: 0, skipped: 0 };

try {
  await Promise.all(Array.from({ length: AT_ONCE }, work));
} finally {
  place.close();
}
const { passed, failed, skipped } = count;
console.log(`\n${situations.length} situations: ${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function work(): Promise<void> {
  for (let situation = waiting.shift(); situation; situation = waiting.shift()) {
    const judged = await judge(situation, place);
    if (judged.kind === "skipped") {
      count.skipped++;
      console.log(`skip      ${judged.name}: ${judged.reason}`);
      continue;
    }
    const isRight = judged.differences.length === 0;
    count[isRight ? "passed" : "failed"]++;
    console.log(`${isRight ? "ok  " : "FAIL"}  ${String(judged.exit).padStart(3)} ${judged.name}`);
    for (const difference of judged.differences) console.log(`          ${difference}`);
  }
}
