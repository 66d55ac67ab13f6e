import type { Sample } from "../terms/sample.ts";

/** The sample with format, field names and types only: no value of the data, nothing quoted from it. */
export function withoutValues(sample: Sample): Sample {
  const fields = sample.fields.map(({ values, ...field }) => field);
  const { others } = sample;
  return {
    ...sample,
    ...{ fields, records: [], replaced: [], suspicious: [] },
    ...(others ? { others: { ...others, looked: others.looked.map(withoutValues) } } : {}),
  };
}
