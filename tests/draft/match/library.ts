import type { MatchCandidate } from "../../../src/draft/match/match-library.ts";
import type { OptionSpec } from "../../../src/terms/option.ts";
import type { Field, Sample, ValueType } from "../../../src/terms/sample.ts";

/** Commands of the same shape as the shipped ones, and one of a user's own. */
export const LIBRARY: readonly MatchCandidate[] = [
  command({
    name: "top-values",
    description:
      "The most frequent values of a field, a column, a pattern, or the words or lines of a text, with their counts",
    directive:
      "Count how often each value occurs and show the most frequent ones first. The value is a field of a record, a column of a line, each word, or what a pattern matches.",
    options: [
      option("field", "string", "", "the field of each record whose values are counted"),
      option("column", "integer", 0, "count the n-th white-space separated column of each line, from 1"),
      option(
        "pattern",
        "string",
        "",
        "count what this regular expression finds: its first group, or all of the match",
      ),
      option("words", "boolean", false, "count words, in lower case"),
      option("n", "integer", 10, "how many values to show"),
    ],
  }),
  command({
    name: "select",
    description: "The records that fulfil every condition, with all their fields or only some",
    directive: "Keep the records that meet every condition, and of these only the fields named.",
    options: [
      {
        ...option(
          "where",
          "string",
          [],
          "a condition, such as status>=500, user=ada, user!=ada or path~^/api",
        ),
        array: true,
      },
      option("fields", "string", "", "the fields to keep, with commas between them; all where it is empty"),
    ],
  }),
  command({
    name: "sum-by",
    description:
      "Group records by a field and sum another: how many, sum, mean, least and greatest of each group, largest sum first",
    directive: "For each value of one field, count the records and add up another field, largest sum first.",
    options: [
      option("by", "string", "", "the field to group by; one group of all records where it is empty"),
      option("of", "string", "", "the field to sum; records are only counted where it is empty"),
      option("n", "integer", 0, "how many groups to show; all where it is 0"),
    ],
  }),
];

export const SLOW_REQUESTS: MatchCandidate = {
  ...command({
    name: "slow-requests",
    description: "Requests that took longer than a threshold",
    directive: "the slowest requests of the shop, over a threshold",
    options: [
      option("over", "integer", 500, "threshold in milliseconds"),
      option("n", "integer", 10, "how many to show"),
    ],
  }),
  origin: "user",
};

export const COMBINED = sample("combined", {
  ...{ address: "string", identity: "null", user: "null", time: "string", method: "string", path: "string" },
  ...{
    protocol: "string",
    status: "number",
    bytes: "number",
    referer: "string",
    agent: "string",
    duration: "number",
  },
});
const ROW = { order_id: "A-1", customer: "Ada", country: "France", amount: "12.50", quantity: "3" };
export const ORDERS: Sample = {
  ...sample("csv", {
    ...{ order_id: "string", customer: "string", country: "string", amount: "string", quantity: "string" },
  }),
  records: [ROW],
};
export const LINES = sample("lines", {});

function command(of: {
  name: string;
  description: string;
  directive: string;
  options: readonly OptionSpec[];
}): MatchCandidate {
  const { options, ...rest } = of;
  return { ...rest, origin: "shipped", code: "", schema: { summary: rest.description, options } };
}

function option(
  name: string,
  type: OptionSpec["type"],
  value: NonNullable<OptionSpec["default"]>,
  help: string,
): OptionSpec {
  return { name, type, array: false, required: false, default: value, help };
}

function sample(format: Sample["format"], types: Record<string, ValueType>): Sample {
  const fields: Field[] = Object.entries(types).map(([name, type]) => ({
    name,
    types: [type],
    optional: false,
  }));
  const recordType = format === "lines" ? "string" : "object";
  const rest = { why: "", records: [], recordType, bytes: 0, complete: true, replaced: [], suspicious: [] };
  return { input: "x", format, fields, ...rest };
}
