import type { Rule } from "../../check/rule.ts";
import { WritError } from "../../terms/failure.ts";
import { nearNames } from "../../terms/near.ts";
import { textTable } from "../faces/text-table.ts";

/** The rules there are, a line each, in the order in which they run. */
export function rulesText(rules: readonly Rule[]): string {
  return textTable(
    ["RULE", "SEVERITY", "WHAT IT LOOKS FOR"],
    rules.map(({ name, severity, summary }) => [name, severity, summary]),
  );
}

/** @throws WritError `usage` naming the rules of a like name, or where all are listed */
export function ruleNamed(name: string, rules: readonly Rule[]): Rule {
  const rule = rules.find((one) => one.name === name);
  if (rule) return rule;
  const near = nearNames(
    name,
    rules.map((one) => one.name),
  );
  const help =
    near.length > 0
      ? `did you mean ${near.slice(0, 3).join(", ")}?`
      : "see `writ check --rules` for their names";
  throw new WritError({ kind: "usage", problem: `there is no rule ${JSON.stringify(name)}`, help });
}
