import type { FormatName } from "./format.ts";

export type ValueType = "string" | "number" | "bigint" | "boolean" | "null" | "object" | "array";

/** One field seen in the sample. `types` in order of frequency; `optional` where some record lacks it. */
export interface Field {
  readonly name: string;
  readonly types: readonly ValueType[];
  readonly optional: boolean;
  /** What stood in it, redacted; absent where no values are shown. */
  readonly values?: FieldValues;
}

/** A look at the values of one field. */
export interface FieldValues {
  /** Share of the records in which it is absent, null or an empty text: 0 to 1. */
  readonly empty: number;
  /** The least and the greatest, of numbers, texts that are numbers, and dates as ISO 8601 writes them. */
  readonly range?: readonly [unknown, unknown];
  /** The different values, the most frequent first, where they are few. */
  readonly few?: readonly unknown[];
}

/** How many values of one kind redaction replaced, e.g. `{ kind: "e-mail address", count: 9 }`. */
export interface Replaced {
  readonly kind: string;
  readonly count: number;
}

/**
 * What writ looked at in the input: bounded and redacted. For `lines`, `fields` is empty and `records`
 * holds strings; for every other format `records` holds plain objects (or any JSON value).
 */
export interface Sample {
  /** What the input is called in messages: a file's path as given, or "stdin". */
  readonly input: string;
  readonly format: FormatName;
  readonly why: string;
  readonly fields: readonly Field[];
  /** The first records and some of the others, redacted, long values cut. What a model is sent. */
  readonly records: readonly unknown[];
  /** TypeScript type of one record, as source text: `{ status: number; path?: string }`, or `string`. */
  readonly recordType: string;
  /** Bytes looked at. */
  readonly bytes: number;
  /** Whether those bytes are the whole input. */
  readonly complete: boolean;
  readonly replaced: readonly Replaced[];
  /** Passages in the data that read like instructions to a model, made visible and cut, for the user's eyes. */
  readonly suspicious: readonly string[];
  /** The inputs after this one, where there are several. */
  readonly others?: Others;
}

/** How many inputs came after the first, and samples of the first of these. */
export interface Others {
  readonly count: number;
  readonly looked: readonly Sample[];
}

/** A sample and those of other inputs with it. */
export function samplesOf(sample: Sample): readonly Sample[] {
  return [sample, ...(sample.others?.looked ?? [])];
}

/** The type of a record of any of the inputs; null where they differ. */
export function commonRecordType(sample: Sample): string | null {
  const isCommon = samplesOf(sample).every(({ recordType }) => recordType === sample.recordType);
  return isCommon ? sample.recordType : null;
}
