import type { Sample } from "../terms/sample.ts";

/** The sample with format, field names and types only: no value of the data, nothing quoted from it. */
export function withoutValues(sample: Sample): Sample {
  return { ...sample, records: [], replaced: [], suspicious: [] };
}
