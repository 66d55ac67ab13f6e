import type { Finding, Verdict } from "../terms/verdict.ts";
import { readModule } from "./context.ts";
import { meantAt } from "./look-alikes.ts";
import { readSyntaxErrors } from "./types.ts";
import { unreadSyntax } from "./unread-syntax.ts";

const RULE = "no-syntax-error";

/** Whether a text was refused because it does not parse, so that TypeScript can say more than the check's own grammar. */
export function isUnread(source: string, verdict: Verdict): boolean {
  if (!verdict.findings.some(({ rule }) => rule === RULE)) return false;
  return readModule(source).problems.some(({ kind }) => kind === "grammar");
}

/**
 * The verdict on a text that the check cannot read, with what TypeScript says of it. `checked` is its answer to
 * `typeProject`. What both cannot read is told in TypeScript's words and at its places; what TypeScript alone can read stays
 * refused, and is told as that.
 */
export function withOpinion(
  verdict: Verdict,
  { source, checked }: { readonly source: string; readonly checked: { readonly output: string } },
): Verdict {
  const errors = readSyntaxErrors(checked.output, source).map((one) => hinted(one, source));
  const findings =
    errors.length > 0
      ? [...verdict.findings.filter(({ rule }) => rule !== RULE), ...errors].sort(
          (a, b) => a.range.start - b.range.start,
        )
      : verdict.findings.map((finding) => (finding.rule === RULE ? readable(finding, source) : finding));
  return { accepted: false, findings, capabilities: verdict.capabilities };
}

function hinted(finding: Finding, source: string): Finding {
  const hint = meantAt(source, finding.range.start);
  return hint === undefined ? finding : { ...finding, hint };
}

function readable(finding: Finding, source: string): Finding {
  const known = unreadSyntax(source, finding.range);
  return {
    ...finding,
    message: `TypeScript reads this, and the check does not: ${known?.what ?? finding.message}`,
    reason: "what the check cannot read it cannot judge",
    hint: known?.hint ?? "write it in an older form of the language",
  };
}
