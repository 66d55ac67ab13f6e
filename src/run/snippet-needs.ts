import { USUAL_HELPERS } from "../terms/helpers.ts";

/** What a snippet may use of that which costs time at each start. Told by its text alone, and rather too much than too little. */
export interface SnippetNeeds {
  /** It may import something: half a millisecond. */
  readonly imports: boolean;
  /** It may use `Temporal`, by itself or through a helper: the engine makes it at the first look, in half a millisecond. */
  readonly temporal: boolean;
}

/**
 * No keyword can be written with escapes, so what imports has one of these words in it. `Temporal` could be: such a
 * snippet does not find it.
 */
export function needsOf(javascript: string): SnippetNeeds {
  return {
    imports: IMPORT.test(javascript),
    temporal: /Temporal/.test(javascript) || IMPORT.test(javascript.replace(OF_THE_USUAL, "")),
  };
}

// `Array.from` is no import; `[...import("writ")]` is one.
const IMPORT = /\b(?:import|(?<!\.)from)\b/;
const ONE = `(?:${USUAL_HELPERS.join("|")})(?:\\s+as\\s+\\w+)?`;
const OF_THE_USUAL = new RegExp(
  `\\bimport\\s*\\{\\s*${ONE}(?:\\s*,\\s*${ONE})*\\s*,?\\s*\\}\\s*from\\s*(["'])writ\\1`,
  "g",
);
