import type { Sample } from "../../terms/sample.ts";
import { fence } from "./fence.ts";

/**
 * The sample as a model reads it: what it is in words of ours, then its type, and its records as one line of
 * JSON each, both fenced: field names come from the data too.
 */
export function samplePart(sample: Sample | null): string {
  if (sample === null) return "There is no input: do not read `input`.";
  const about = `The input is ${sample.format}${sample.complete ? ", and the sample is all of it" : ""}.`;
  const type = fence("TYPE", sample.recordType);
  const intro = `${about} ${READING[sample.format] ?? READING.records} Its type:\n${type}`;
  if (sample.records.length === 0) return `${intro}\nIts values are not shown.`;
  const records = fence("DATA", sample.records.map((record) => JSON.stringify(record)).join("\n"));
  const which =
    sample.complete && sample.records.length < FEW
      ? "Its records"
      : "Some of its records, the first among them";
  return `${intro}\n${which}, one line of JSON each. Long values are cut.${isReplaced(sample) ? TAKEN_OUT : ""}\n${records}${valuesPart(sample)}`;
}

/** Records are all shown where they are fewer. */
const FEW = 8;
const FIELDS_MOST = 30;

/** What is in the fields, of those of which there is something to say. */
function valuesPart({ fields, records }: Sample): string {
  if (records.length < FEW) return "";
  const lines = fields.slice(0, FIELDS_MOST).flatMap(({ name, values }) => {
    if (!values) return [];
    const { empty, range, few } = values;
    const said = [
      ...(few ? [`one of ${few.map((value) => JSON.stringify(value)).join(", ")}`] : []),
      ...(range && !few ? [`${JSON.stringify(range[0])} to ${JSON.stringify(range[1])}`] : []),
      ...(empty > 0 ? [`${percent(empty)} % empty or absent`] : []),
    ];
    return said.length === 0 ? [] : [`${JSON.stringify(name)}: ${said.join("; ")}`];
  });
  return lines.length === 0 ? "" : `\nWhat its fields held so far:\n${fence("DATA", lines.join("\n"))}`;
}

const READING: Record<string, string> = {
  lines: "`input.lines()` yields its lines.",
  records: "`input.records()` yields its records.",
};

const TAKEN_OUT = " <EMAIL_1>, <ID_2:hex~32> and the like stand for values that were taken out.";

function isReplaced({ replaced }: Sample): boolean {
  return replaced.some(({ count }) => count > 0);
}

/** 0 and 100 are nothing and all. */
function percent(share: number): number {
  return share === 1 ? 100 : Math.min(99, Math.max(1, Math.round(share * 100)));
}
