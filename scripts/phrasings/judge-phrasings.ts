import { isDeepStrictEqual } from "node:util";
import { CONFIDENCE_BAR, type Match, matchLibrary } from "../../src/draft/match/match-library.ts";
import type { LibraryCommand } from "../../src/terms/draft.ts";
import type { OptionValue } from "../../src/terms/option.ts";
import type { Fit, Phrasing, Phrasings } from "./read-phrasings.ts";

/**
 * What became of a directive: the right command with the right options; the right command with others; another
 * command, or any where nothing fits; or nothing was offered, which is right where nothing fits.
 */
export type Ending = "right" | "wrong-options" | "wrong" | "silent";

export interface Judged {
  readonly phrasing: Phrasing;
  readonly best: Match;
  readonly ending: Ending;
}

/** Match each phrasing with `commands`, as writ does where no model is configured. */
export function judgePhrasings(
  { phrasings, samples }: Phrasings,
  commands: readonly LibraryCommand[],
): readonly Judged[] {
  return phrasings.map((phrasing) => {
    const sample = samples.get(phrasing.input);
    if (!sample) throw new Error(`${phrasing.words}: there is no input ${phrasing.input}`);
    const [best] = matchLibrary({ directive: phrasing.words, sample, commands });
    return { phrasing, best: best!, ending: endingOf(best!, phrasing.fits) };
  });
}

function endingOf({ confidence, command, values }: Match, fits: readonly Fit[]): Ending {
  if (confidence < CONFIDENCE_BAR) return "silent";
  const fitting = fits.filter(([name]) => name === command.name);
  if (fitting.length === 0) return "wrong";
  const given = withoutDefaults(command, values);
  const isRight = fitting.some(([, wanted]) => isDeepStrictEqual(given, withoutDefaults(command, wanted)));
  return isRight ? "right" : "wrong-options";
}

// "the 10 most frequent" and "the most frequent" are one where ten is what is shown anyway.
function withoutDefaults({ schema }: LibraryCommand, values: Readonly<Record<string, OptionValue>>) {
  const usual = new Map(schema.options.map((spec) => [spec.name, spec.default]));
  const kept = Object.entries(values).filter(([name, value]) => !isDeepStrictEqual(value, usual.get(name)));
  return Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
