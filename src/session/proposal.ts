import type { Question } from "../terms/event.ts";
import type { Explanation } from "../terms/explanation.ts";
import { wordFailure } from "../terms/failure-catalogue.ts";
import type { Judged } from "./judged.ts";
import { freeName, nameFor } from "./name-for.ts";
import type { Asking } from "./step.ts";
import { unfitness } from "./unfit.ts";

/** A draft of this ask. `previous`: code that it takes the place of. */
export interface Candidate {
  readonly judged: Judged;
  readonly previous?: string;
  readonly explanation?: Explanation;
}

/** The drafts of one ask in the order they came, and which of them is asked about. None is lost by going on. */
export interface Proposal {
  readonly drafts: readonly Candidate[];
  readonly at: number;
  /** What came of the last answer, where it did not lead to another draft. */
  readonly notice?: string;
  /** The last answer asked for the explanation. */
  readonly explains?: true;
}

export function propose(candidate: Candidate): Proposal {
  return { drafts: [candidate], at: 0 };
}

export function current({ drafts, at }: Proposal): Candidate {
  return drafts[at]!;
}

/** The proposal with another draft, which is asked about next. */
export function added({ drafts }: Proposal, candidate: Candidate): Proposal {
  return { drafts: [...drafts, candidate], at: drafts.length };
}

/** The proposal with this in place of what is asked about now. */
export function replaced({ drafts, at }: Proposal, candidate: Candidate): Proposal {
  return { drafts: drafts.with(at, candidate), at };
}

type ApproveQuestion = Extract<Question, { kind: "approve" }>;

/** What is asked about a proposal. */
export function questionOf(proposal: Proposal, { settings, with_, savedAs }: Asking): ApproveQuestion {
  const { judged, previous, explanation } = current(proposal);
  const { draft, verdict, stages, granting } = judged;
  const failure = unfitness(judged);
  const taken = with_.takenNames().filter((name) => name !== savedAs);
  const notice = proposal.notice ?? judged.notice;
  const { drafts, at, explains } = proposal;
  return {
    kind: "approve",
    draft,
    ...(with_.inputNames.length === 0 ? {} : { input: with_.inputNames.join(", ") }),
    schema: verdict.accepted ? verdict.schema : { summary: "", options: [] },
    findings: [...verdict.findings, ...stages.flatMap((s) => (s.stage === "safety" ? [] : s.findings))],
    stages,
    capabilities: granting.capabilities,
    limits: settings.limits,
    level: settings.level,
    required: settings.requiredLevel,
    name: savedAs ?? settings.saveAs ?? freeName(nameFor(settings.directive), taken),
    taken,
    ...(notice === undefined ? {} : { notice }),
    ...(failure === null ? {} : { refused: wordFailure(failure).title }),
    ...(previous === undefined ? {} : { previous }),
    canEdit: true,
    canRevise: with_.model !== null,
    canTry: true,
    ...(explanation === undefined ? {} : { explained: { explanation, fresh: explains === true } }),
    ...(drafts.length === 1 ? {} : { among: { number: at + 1, count: drafts.length } }),
  };
}
