import type { KeyRow } from "../key-line.ts";
import type { ApprovalAction, ApproveQuestion } from "./question.ts";

/** A key of the approval screen. `blocked`: why it does nothing for this question, or null; then it is not listed. */
export interface ApprovalKey extends KeyRow<ApprovalAction> {
  blocked?(question: ApproveQuestion): string | null;
}

const refused = (question: ApproveQuestion) =>
  question.refused === undefined ? null : `it cannot be approved: ${question.refused}`;

const KEPT = "this is a kept command: change its file, and writ asks again";

const BY_NAME = "it is a kept command already, under its name";

const untried = (question: ApproveQuestion) =>
  refused(question) ?? (question.canTry === true ? null : "it cannot be tried from here");

/** The keys of the approval screen. A key that is not here does nothing. */
export const APPROVAL_KEYS: readonly ApprovalKey[] = [
  {
    names: ["y"],
    action: { type: "answer", answer: { kind: "yes" } },
    shown: { key: "y", verb: "run" },
    blocked: refused,
  },
  {
    names: ["s"],
    action: { type: "ask-for", what: "name" },
    shown: { key: "s", verb: "save and run" },
    blocked: (question) => (question.leadsTo === undefined ? refused(question) : BY_NAME),
  },
  {
    names: ["n", "q", "escape"],
    action: { type: "answer", answer: { kind: "no" } },
    shown: { key: "n", verb: "no" },
  },
  {
    names: ["e"],
    action: { type: "edit" },
    shown: { key: "e", verb: "edit" },
    blocked: ({ canEdit }) => (canEdit ? null : KEPT),
  },
  {
    names: ["r"],
    action: { type: "ask-for", what: "words" },
    shown: { key: "r", verb: "revise" },
    blocked: ({ canEdit, canRevise }) =>
      canRevise ? null : canEdit ? "no model is configured: it cannot be revised in words" : KEPT,
  },
  {
    names: ["d"],
    action: { type: "diff" },
    shown: { key: "d", verb: "diff" },
    blocked: ({ previous }) => (previous === undefined ? "there is no earlier draft to compare with" : null),
  },
  {
    names: ["t"],
    action: { type: "answer", answer: { kind: "try" } },
    shown: { key: "t", verb: "try" },
    blocked: untried,
  },
  {
    names: ["w"],
    action: { type: "ask-for", what: "example" },
    shown: { key: "w", verb: "want" },
    blocked: untried,
  },
  {
    names: ["x"],
    action: { type: "explain" },
    shown: { key: "x", verb: "explain" },
    blocked: ({ canTry }) => (canTry === true ? null : "it cannot be explained from here"),
  },
  // The head tells of these two where there is another draft.
  {
    names: ["<", ","],
    action: { type: "answer", answer: { kind: "earlier" } },
    shown: null,
    blocked: ({ among }) => (among && among.number > 1 ? null : "there is no earlier draft"),
  },
  {
    names: [">", "."],
    action: { type: "answer", answer: { kind: "later" } },
    shown: null,
    blocked: ({ among }) => (among && among.number < among.count ? null : "there is no later draft"),
  },
  { names: ["/"], action: { type: "ask-for", what: "search" }, shown: null },
  { names: ["enter", "ctrl-j"], action: { type: "show-keys" }, shown: null },
  { names: ["up", "k"], action: { type: "scroll", to: "up" }, shown: null },
  { names: ["down", "j"], action: { type: "scroll", to: "down" }, shown: null },
  { names: ["pageup"], action: { type: "scroll", to: "page-up" }, shown: null },
  { names: ["pagedown"], action: { type: "scroll", to: "page-down" }, shown: null },
  { names: ["g", "home"], action: { type: "scroll", to: "top" }, shown: null },
  { names: ["G", "end"], action: { type: "scroll", to: "bottom" }, shown: null },
];

/** What `y` does, by what it leads to. */
const YES = { run: "run", approval: "approve", edit: "approve and keep" } as const;

/** What is listed for this question. */
export function listedKeys(question: ApproveQuestion): readonly ApprovalKey[] {
  const verb = YES[question.leadsTo ?? "run"];
  return APPROVAL_KEYS.filter(({ blocked }) => !blocked?.(question)).map((row) =>
    row.shown?.key === "y" ? { ...row, shown: { key: "y", verb } } : row,
  );
}

/** The keys while matches of a search are walked through: `n` is the next one, and decides nothing. */
export const MATCH_KEYS: readonly KeyRow<"next" | "previous" | "search" | "back">[] = [
  { names: ["n"], action: "next", shown: { key: "n", verb: "next" } },
  { names: ["N", "p"], action: "previous", shown: { key: "N", verb: "previous" } },
  { names: ["/"], action: "search", shown: { key: "/", verb: "search" } },
  { names: ["escape", "q", "enter", "ctrl-j"], action: "back", shown: { key: "Esc", verb: "back" } },
];
