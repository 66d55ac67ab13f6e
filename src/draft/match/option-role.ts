import type { OptionSpec } from "../../terms/option.ts";

/**
 * What an option is for, as its name, type and help tell: a field to work on or to group by, a list of
 * fields, conditions, a column's number, a pattern, percentiles, one of several choices, how many results, a
 * switch, or anything else.
 */
export type OptionRole =
  | "field"
  | "group"
  | "fields"
  | "conditions"
  | "column"
  | "pattern"
  | "percentile"
  | "choice"
  | "amount"
  | "switch"
  | "other";

export function roleOf(spec: OptionSpec): OptionRole {
  if (spec.type === "boolean") return "switch";
  if (spec.choices) return "choice";
  return spec.type === "string" ? roleOfText(spec) : roleOfNumber(spec);
}

function roleOfText({ name, help, array }: OptionSpec): OptionRole {
  if (/^(?:where|filter|conditions?|when)$/i.test(name) || /\bconditions?\b/i.test(help)) return "conditions";
  if (/^(?:pattern|regex|regexp|match)$/i.test(name) || /\bregular expression\b/i.test(help))
    return "pattern";
  if (/^(?:by|per|group(?:By)?)$/i.test(name) || /\bgroup/i.test(help)) return "group";
  if (/^(?:fields|columns)$/i.test(name) || (array && /\bfields\b/i.test(help))) return "fields";
  if (/^(?:field|of|key)$/i.test(name) || /\bfield\b/i.test(help)) return "field";
  return "other";
}

function roleOfNumber({ name, help }: OptionSpec): OptionRole {
  if (/^(?:n|top|limit|most|first|number|amount|howMany)$/i.test(name) || /^how many\b/i.test(help))
    return "amount";
  if (/^(?:column|col)$/i.test(name) || /\bcolumn\b/i.test(help)) return "column";
  if (/^(?:percentile|quantile)s?$/i.test(name) || /\bpercentile\b/i.test(help)) return "percentile";
  return "other";
}
