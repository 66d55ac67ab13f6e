import type { Answer } from "../../terms/event.ts";
import { wordExample } from "../../terms/example.ts";
import type { Highlight } from "../../terms/highlight.ts";
import { codeRows, colouredRows } from "../code-rows.ts";
import { diffLinesOf, diffSummary } from "../diff-lines.ts";
import { type Line, line, span } from "../line.ts";
import { wrap } from "../wrap.ts";
import { allFindings, headRows, type Judged } from "./panel.ts";

/**
 * What stays in the scrollback of a decision: where the code came from, all of it, what was found, what was
 * decided. An answer after which another question follows leaves one line.
 */
export function decisionRecord(
  judged: Judged & { readonly leadsTo?: "approval" | "edit" },
  answer: Answer | null,
  columns: number,
  highlight: Highlight | null = null,
): Line[] {
  const said = wrap(decided(judged, answer), { columns });
  if (answer !== null && LEADS_ON.has(answer.kind)) return said;
  return [...headRows(judged.draft, columns), ...recordedCode(judged, columns, highlight), ...said];
}

/** Answers after which another question follows. */
const LEADS_ON = new Set<Answer["kind"]>([
  ...["edit", "revise", "try", "example", "explain", "earlier", "later"],
] as const);

const YES = { run: "approved: run", approval: "approved", edit: "approved, and kept" } as const;
const NO = {
  run: "not approved: nothing ran",
  approval: "not approved",
  edit: "not approved: the command is as it was",
} as const;

/** All of the code with what was found in it. */
export function recordedCode(judged: Judged, columns: number, highlight: Highlight | null): Line[] {
  const { code } = judged.draft;
  const groups = codeRows(code, allFindings(judged), columns);
  if (highlight === null) return groups.flat();
  return colouredRows(groups, { from: 0, to: groups.length }, { code, columns, highlight }).flat();
}

function decided({ draft, leadsTo }: Parameters<typeof decisionRecord>[0], answer: Answer | null): Line {
  switch (answer?.kind) {
    case "yes":
      return line(span(YES[leadsTo ?? "run"], "good"));
    case "save":
      return line(span(`approved: run, and save as ${answer.name}`, "good"));
    case "edit":
      return line(span("edited by you: ", "accent"), diffSummary(diffLinesOf(draft.code, answer.code)));
    case "try":
      return line(span("tried on the sample", "accent"));
    case "example":
      return line(span("with an example: ", "accent"), span(wordExample(answer.example)));
    case "explain":
      return line(span("explained", "accent"));
    case "earlier":
      return line(span("back to the earlier draft", "accent"));
    case "later":
      return line(span("on to the later draft", "accent"));
    case "revise":
      return line(span("revise: ", "accent"), answer.words);
    default:
      return line(span(NO[leadsTo ?? "run"], "warn"));
  }
}
