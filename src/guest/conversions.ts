import { DriftedInput } from "../formats/drifted-input.ts";
import type { OnUnconverted } from "./writ/unconverted.ts";

/** Values that could not be converted and were replaced: counted, the first remembered, so that none goes unsaid. */
export interface Conversions {
  readonly on: OnUnconverted;
  /** Say how many there were, once. */
  readonly end: () => void;
}

/**
 * `place` says where reading is. Under `strict` the first one ends the run, even where the snippet catches it: `noted`
 * is told.
 */
export function createConversions(options: {
  readonly strict: boolean;
  readonly place: () => string | null;
  readonly say: (line: string) => void;
  readonly noted: (error: unknown) => void;
}): Conversions {
  const { strict, place, say, noted } = options;
  let count = 0;
  let first = "";
  return {
    on(problem, becomes) {
      const where = place();
      const line = where === null ? problem : `${where}: ${problem}`;
      if (strict) {
        const error = new DriftedInput(line);
        noted(error);
        throw error;
      }
      if (becomes === "replaced" && count++ === 0) first = line;
      return where ?? "";
    },
    end() {
      if (count === 0) return;
      say(`${count} ${count === 1 ? "value" : "values"} could not be converted; the first: ${first}`);
      count = 0;
    },
  };
}
