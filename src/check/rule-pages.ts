import { visible } from "../terms/visible.ts";
import type { Rule } from "./rule.ts";

/** The pages of `docs/rules/`: file name to text, one for each rule and `README.md`. */
export function rulePages(rules: readonly Rule[]): ReadonlyMap<string, string> {
  const pages = rules.map((rule) => [`${rule.name}.md`, rulePage(rule)] as const);
  return new Map([["README.md", contents(rules)], ...pages]);
}

function contents(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ name, severity, summary }) => `| [${name}](${name}.md) | ${severity} | ${cell(summary)} |`,
  );
  return [
    "# Rules of the static check",
    "",
    "Written by `node scripts/rules-docs.ts` from the files in `src/check/rules/`. A finding that refuses",
    "ends with exit code 3; warnings and notes are shown, and do not keep a snippet from being approved.",
    "",
    "| rule | severity | what it looks for |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

/** One page: what the rule looks for, why, what to write instead, what it misses, and its examples. */
export function rulePage({ name, severity, summary, reason, hint, misses, refused, allowed }: Rule): string {
  return [
    `# ${name}`,
    "",
    `${summary} Severity: ${severity}.`,
    "",
    `Why: ${reason}.`,
    "",
    ...(hint ? [`Instead: ${hint}.`, ""] : []),
    `What it does not catch: ${misses}.`,
    "",
    severity === "refuse" ? "## Refused" : "## Reported",
    "",
    ...refused.flatMap(block),
    "## Allowed",
    "",
    ...allowed.flatMap(block),
  ].join("\n");
}

function block(example: string): readonly string[] {
  return ["````ts", visible(example.replaceAll("\r\n", "\n").trimEnd()), "````", ""];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
