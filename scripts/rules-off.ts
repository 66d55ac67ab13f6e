// npm run rules-off [-- RULE …]: switch each rule off and look whether its tests notice. A rule's tests are its own
// examples, as tests/check/rules.test.ts reads them, and that test is run here, once for each rule, with a list of rules
// that lacks it. Prints a table; ends with 1 where a rule can go without a red test.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RULES } from "../src/check/rules/index.ts";
import { visibleLine } from "../src/terms/visible.ts";

const TESTS = "tests/check/rules.test.ts";
const CONFIG = "scripts/rules-off/vitest.config.ts";

/** How many tests failed without a rule, and the first of them. */
interface Noticed {
  readonly rule: string;
  readonly failed: number;
  readonly first: string;
}

function switchOff(rule: string, folder: string): Noticed {
  const report = join(folder, `${rule}.json`);
  const words = ["run", "--config", CONFIG, "--reporter=json", `--outputFile=${report}`, TESTS];
  const env = { ...process.env, WRIT_RULE_OFF: rule };
  const ran = spawnSync("node_modules/.bin/vitest", words, { env, encoding: "utf8" });
  if (ran.error) throw ran.error;
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as {
    testResults: { message: string; assertionResults: { status: string; fullName: string }[] }[];
  };
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  if (all.length === 0) throw new Error(`without ${rule} no test ran: ${testResults[0]?.message}`);
  const failed = all.filter(({ status }) => status === "failed");
  return { rule, failed: failed.length, first: (failed[0]?.fullName ?? "").slice(0, 80) };
}

function wanted(names: readonly string[]): readonly string[] {
  const all = RULES.map(({ name }) => name);
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Error(`there is no rule ${unknown}: see \`writ check --rules\``);
  return names.length > 0 ? names : all;
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), "rules-off-"));
  try {
    const width = Math.max(...RULES.map(({ name }) => name.length));
    console.log(`${"SWITCHED OFF".padEnd(width)}  RED TESTS`);
    let unnoticed = 0;
    for (const name of wanted(process.argv.slice(2))) {
      const { failed, first } = switchOff(name, folder);
      if (failed === 0) unnoticed++;
      console.log(`${name.padEnd(width)}  ${failed === 0 ? "NONE" : `${failed}, as: ${visibleLine(first)}`}`);
    }
    console.log(unnoticed === 0 ? "each rule is missed" : `${unnoticed} rules are not missed by any test`);
    process.exitCode = unnoticed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
