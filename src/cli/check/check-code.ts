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

/**
 * The static check, which asks TypeScript about a text that it cannot read itself: the verdict then has TypeScript's words
 * and places, or says that the text is right and the check cannot read it. Refused either way; where there is no type
 * checker the verdict stays what it was.
 */
export async function checkCode(code: string, { signal, resident }: Asking): Promise<Verdict> {
  const verdict = check(code);
  if (!isUnread(code, verdict)) return verdict;
  try {
    const checked = await askTypeChecker({ code, sample: null, signal, resident });
    return withOpinion(verdict, { source: code, checked });
  } catch (error) {
    if (error instanceof WritError && error.failure.kind === "type-checker-missing") return verdict;
    throw error;
  }
}
