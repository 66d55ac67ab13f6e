import type { ExitCode } from "../exit-code.ts";
import type { Failure } from "../failure.ts";

/** A failure as a person reads it: what could not be done, then what to do about it. */
export interface Wording {
  readonly title: string;
  readonly help: string;
  readonly exitCode: ExitCode;
}

/** A row for each of these failures. */
export type Rows<K extends Failure["kind"]> = {
  readonly [One in K]: (failure: Extract<Failure, { kind: One }>) => Wording;
};
