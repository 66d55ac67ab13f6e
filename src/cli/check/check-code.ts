import { check } from "../../check/check.ts";
import { isUnread, withOpinion } from "../../check/typescript-opinion.ts";
import type { ResidentTypeChecker } from "../../host/resident-type-checker.ts";
import { WritError } from "../../terms/failure.ts";
import type { Verdict } from "../../terms/verdict.ts";
import { askTypeChecker } from "../drafting/type-stage.ts";

interface Asking {
  readonly signal: AbortSignal;
  readonly resident?: ResidentTypeChecker | null | undefined;
}

/** The static check, which asks TypeScript about a text that it cannot read itself. */
export function checkCode(code: string, asking: Asking): Promise<Verdict> {
  return withTypeScript(check(code), { source: code, ...asking });
}

/**
 * A verdict with what TypeScript says where the check could not read the text: its words and places, or that it is right and
 * the check cannot read it. Refused either way; where there is no type checker the verdict stays what it was.
 */
export async function withTypeScript(
  verdict: Verdict,
  { source, signal, resident }: Asking & { readonly source: string },
): Promise<Verdict> {
  if (!isUnread(source, verdict)) return verdict;
  try {
    const checked = await askTypeChecker({ code: source, sample: null, signal, resident });
    return withOpinion(verdict, { source, checked });
  } catch (error) {
    if (error instanceof WritError && error.failure.kind === "type-checker-missing") return verdict;
    throw error;
  }
}
