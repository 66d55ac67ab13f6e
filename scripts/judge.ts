// npm run judge: the static check on sources that nobody wrote for it. Harmless: modules of packages that are installed
// here, and recorded completions of a model that were measured to be right (WRIT_CORPORA names their folder; skipped
// without). Dangerous: published attacks (tests/check/dangerous). Prints counts by rule; ends with 1 where harmless code
// is refused without a reason that is known, or an attack is not refused that should be.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { check } from "../src/check/check.ts";
import { visibleLine } from "../src/terms/visible.ts";
import { dangerousSamples } from "./judge/dangerous.ts";
import { installedTexts } from "./judge/installed.ts";
import { type Judged, judge } from "./judge/judged.ts";
import { reasonFor } from "./judge/reasons.ts";
import { recordedTexts } from "./judge/recorded.ts";

const corpora = process.env.WRIT_CORPORA ?? "";
const harmless = [judge("installed modules", await installedTexts())];
if (existsSync(join(corpora, "generate")))
  harmless.push(judge("recorded completions", recordedTexts(corpora)));
else console.log("recorded completions: skipped, WRIT_CORPORA names no folder that has them");

const unexplained = harmless.map(printHarmless).reduce((sum, count) => sum + count, 0);
const missed = printDangerous();
if (unexplained > 0 || missed > 0) process.exitCode = 1;

/** How many refusals have no reason. */
function printHarmless({ name, checked, refused, refusals }: Judged): number {
  console.log(`${name}: ${checked} checked, ${refused} refused`);
  for (const [rule, all] of Map.groupBy(refusals, (one) => one.rule)) {
    for (const [why, some] of Map.groupBy(all, (one) => reasonFor(one) ?? "WITHOUT A KNOWN REASON"))
      console.log(`  ${String(new Set(some.map(({ id }) => id)).size).padStart(4)} × ${rule}: ${why}`);
  }
  const unknown = refusals.filter((one) => reasonFor(one) === undefined);
  for (const { id, rule, message, line } of unknown)
    console.log(`  ${id}: ${rule}: ${message}\n    ${visibleLine(line.slice(0, 100))}`);
  return unknown.length;
}

/** How many attacks are neither refused nor as expected. */
function printDangerous(): number {
  const samples = dangerousSamples().map((sample) => ({ sample, verdict: check(sample.code) }));
  const refused = samples.filter(({ verdict }) => !verdict.accepted);
  console.log(`published attacks: ${samples.length} checked, ${refused.length} refused`);
  const rules = refused.flatMap(({ verdict }) => [
    ...new Set(verdict.findings.filter(({ severity }) => severity === "refuse").map(({ rule }) => rule)),
  ]);
  for (const [rule, all] of Map.groupBy(rules, (rule) => rule)) {
    console.log(`  ${String(all.length).padStart(4)} × ${rule}`);
  }
  for (const { sample, verdict } of samples) {
    if (verdict.accepted) console.log(`  accepted: ${sample.name}: ${sample.expected}`);
  }
  return samples.filter(({ sample, verdict }) => (sample.expected === "refused") === verdict.accepted).length;
}
