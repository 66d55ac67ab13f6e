import { EXIT } from "../terms/exit-code.ts";
import { WritError } from "../terms/failure.ts";
import { wordFailure } from "../terms/failure-catalogue.ts";

/** A model that cannot answer now must not cost the draft that is there. Anything else is thrown on. */
export function modelTrouble(error: unknown): string {
  const wording = error instanceof WritError ? wordFailure(error.failure) : null;
  if (wording?.exitCode !== EXIT.model) throw error;
  return wording.title;
}
