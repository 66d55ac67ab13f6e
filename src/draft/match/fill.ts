import type { OptionSpec, OptionValue } from "../../terms/option.ts";
import type { FieldMention } from "./field-mentions.ts";
import type { Condition } from "./find-conditions.ts";
import type { Word } from "./words.ts";

/** A directive, read once for all commands. */
export interface Reading {
  readonly words: readonly Word[];
  readonly mentions: readonly FieldMention[];
  readonly conditions: readonly Condition[];
  /** Fields that hold texts which are not numbers. */
  readonly texts: ReadonlySet<string>;
}

/** A value for one option, and the words of the directive that gave it. */
export interface Found {
  readonly value: OptionValue;
  readonly words: readonly number[];
}

export type Fill = (spec: OptionSpec, reading: Reading, used: ReadonlySet<number>) => Found | null;
