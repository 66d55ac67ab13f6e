import { Option } from "commander";
import type { HowWritten } from "../../terms/format.ts";

/** How the result is written, as typed, besides its form. */
export interface WritingFlags {
  readonly formulas?: boolean;
}

/** Each a fresh one: commander keeps state in them. */
export const writingOptions = {
  formulas: () =>
    new Option("--no-formulas", "put a ' before what a spreadsheet would compute, in CSV and TSV"),
};

export function howWritten({ formulas = true }: WritingFlags): HowWritten {
  return formulas ? {} : { formulas: "defuse" };
}
