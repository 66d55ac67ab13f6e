import type { Finding, Range, Verdict } from "../terms/verdict.ts";
import { type CheckContext, readModule } from "./context.ts";
import { deriveReads } from "./fields-read.ts";
import { lineIndex } from "./line-index.ts";
import type { Report, Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";

/**
 * The static check: what a snippet is, and what speaks against it. Pure: nothing of the source is executed.
 * It informs, and refuses the obvious; the wall is the sandbox. What it fails on is refused.
 */
export function check(source: string, rules: readonly Rule[] = RULES): Verdict {
  const rangeOf = lineIndex(source);
  try {
    return judge(source, rules, rangeOf);
  } catch (error) {
    return { accepted: false, findings: [failed("check", wordError(error), rangeOf)], capabilities: [] };
  }
}

function judge(source: string, rules: readonly Rule[], rangeOf: RangeOf): Verdict {
  const context = readModule(source);
  const unreadable = context.problems.length > 0;
  const findings = rules
    .filter((rule) => !unreadable || rule.reads === "text")
    .flatMap((rule) => apply(rule, context, rangeOf));
  const capabilities = [...new Set(context.capabilities.asked.map((one) => one.capability))].sort();
  const inOrder = withoutRepeats(findings.sort(byPlace));
  const { javascript } = context;
  if (unreadable || javascript === null || inOrder.some((one) => one.severity === "refuse")) {
    return { accepted: false, findings: explained(inOrder, context, rangeOf), capabilities };
  }
  const { schema } = context.options;
  const reads = deriveReads({ ...context, schema });
  return { accepted: true, findings: inOrder, javascript, schema, reads, capabilities };
}

type RangeOf = (start: number, end: number) => Range;

/** A rule that fails must not let code pass: it refuses in its own name. */
function apply(rule: Rule, context: CheckContext, rangeOf: RangeOf): Finding[] {
  try {
    return [...rule.run(context)].map((report) => findingOf(rule, report, rangeOf));
  } catch (error) {
    return [failed(rule.name, wordError(error), rangeOf)];
  }
}

function wordError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whatever could not be judged is refused, in the name of what gave up on it. */
function failed(rule: string, problem: string, rangeOf: RangeOf): Finding {
  return {
    rule,
    severity: "refuse",
    range: rangeOf(0, 0),
    message: `${rule} failed on this text: ${problem}`,
    reason: "what could not be judged is not let through; this is a bug in writ, please report it",
  };
}

function findingOf(rule: Rule, report: Report, rangeOf: RangeOf): Finding {
  const hint = report.hint ?? rule.hint;
  const related = (report.related ?? []).map(({ place, message }) => ({
    range: rangeOf(place.start, place.end),
    message,
  }));
  return {
    rule: rule.name,
    severity: report.severity ?? rule.severity,
    range: rangeOf(report.place.start, report.place.end),
    message: report.message,
    reason: report.reason ?? rule.reason,
    ...(hint !== undefined && { hint }),
    ...(related.length > 0 && { related }),
  };
}

/** Text without JavaScript is refused even if no rule can say why. */
function explained(
  findings: readonly Finding[],
  context: CheckContext,
  rangeOf: RangeOf,
): readonly Finding[] {
  if (findings.some((one) => one.severity === "refuse")) return findings;
  const unerasable: Finding = {
    rule: "no-unerasable-syntax",
    severity: "refuse",
    range: rangeOf(0, 0),
    message: context.unerasable ?? "the types cannot be blanked in place",
    reason: "types are blanked in place, so that the code that runs is the code that was read",
  };
  return [...findings, unerasable];
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((one, i) => {
    const before = findings[i - 1];
    return (
      !before ||
      before.rule !== one.rule ||
      before.range.start !== one.range.start ||
      before.range.end !== one.range.end
    );
  });
}
