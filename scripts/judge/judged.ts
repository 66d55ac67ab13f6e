import { check } from "../../src/check/check.ts";

/** One refusal of a text: where it is from, by which rule, with the line it is about. */
export interface Refusal {
  readonly id: string;
  readonly rule: string;
  readonly message: string;
  readonly line: string;
}

/** What the check says of texts that are known to be harmless. A text may be refused by several rules. */
export interface Judged {
  readonly name: string;
  readonly checked: number;
  readonly refused: number;
  readonly refusals: readonly Refusal[];
}

export interface Text {
  readonly id: string;
  readonly code: string;
}

export function judge(name: string, texts: readonly Text[]): Judged {
  const refusals = texts.map(refusalsOf);
  const refused = refusals.filter((all) => all.length > 0).length;
  return { name, checked: texts.length, refused, refusals: refusals.flat() };
}

function refusalsOf({ id, code }: Text): readonly Refusal[] {
  const verdict = check(code);
  if (verdict.accepted) return [];
  const lines = code.split("\n");
  return verdict.findings
    .filter(({ severity }) => severity === "refuse")
    .map(({ rule, message, range }) => ({ id, rule, message, line: (lines[range.line - 1] ?? "").trim() }));
}
