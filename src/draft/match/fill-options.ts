import type { OptionSpec, OptionValue } from "../../terms/option.ts";
import type { Fill, Found, Reading } from "./fill.ts";
import { fillChoice } from "./fill-choice.ts";
import { fillField, fillFields, free, oneField, range } from "./fill-fields.ts";
import { fillPercentile } from "./fill-percentile.ts";
import { type OptionRole, roleOf } from "./option-role.ts";
import { meaningOf } from "./vocabulary.ts";
import { stem } from "./words.ts";

/** Options of one command as a directive gives them, and which of its words were used for that. */
export interface Filling {
  readonly values: Readonly<Record<string, OptionValue>>;
  readonly used: ReadonlySet<number>;
  /** Roles that got a value. */
  readonly roles: ReadonlySet<OptionRole>;
}

/** Fill in what the directive says for each option. What does not fit into one leaves its words unused. */
export function fillOptions(options: readonly OptionSpec[], reading: Reading): Filling {
  const values: Record<string, OptionValue> = {};
  const used = new Set<number>();
  const roles = new Set<OptionRole>();
  for (const role of ORDER) {
    for (const spec of options) {
      const found = roleOf(spec) === role ? FILL[role](spec, reading, used) : null;
      if (!found) continue;
      values[spec.name] = found.value;
      for (const at of found.words) used.add(at);
      roles.add(role);
    }
  }
  return { values: inOrderOf(options, values), used, roles };
}

// The more particular first: a number that belongs to a column is not how many results to show.
const ORDER: readonly OptionRole[] = [
  ...(["conditions", "column", "pattern", "percentile", "choice", "group"] as const),
  ...(["field", "fields", "switch", "other", "amount"] as const),
];

const FILL: Readonly<Record<OptionRole, Fill>> = {
  conditions: fillConditions,
  column: fillColumn,
  pattern: fillPattern,
  percentile: fillPercentile,
  choice: fillChoice,
  group: (_spec, reading, used) => oneField(free(reading, used).filter((mention) => mention.grouping)),
  field: fillField,
  fields: fillFields,
  switch: fillSwitch,
  other: fillOther,
  amount: fillAmount,
};

function fillConditions(spec: OptionSpec, { conditions, words }: Reading): Found | null {
  const texts = [...new Set(conditions.map((condition) => condition.text))];
  if (texts.length === 0 || (texts.length > 1 && !spec.array)) return null;
  // "from Ada and Bo" means either: both at once nothing can be.
  const equal = texts.flatMap((text) => /^[^=<>!~]+(?==)/.exec(text)?.[0] ?? []);
  if (new Set(equal).size < equal.length) return null;
  if (texts.some((text) => text.includes("~")) && !spec.help.includes("~")) return null;
  const isInside = (at: number) => conditions.some(({ from, to }) => at >= from && at < to);
  if (words.some((word, at) => word.text === "or" && !isInside(at))) return null;
  return {
    value: spec.array ? texts : texts[0]!,
    words: conditions.flatMap(({ from, to }) => range(from, to)),
  };
}

function fillColumn(_spec: OptionSpec, { words }: Reading): Found | null {
  const at = words.findIndex((word) => word.stem === "column" || word.stem === "col");
  if (at === -1) return null;
  for (const [number, other] of [
    [at + 1, at],
    [at - 1, at],
  ] as const) {
    const word = words[number];
    const fits = number > at ? word?.kind === "number" : word?.kind === "ordinal";
    if (fits && Number.isInteger(word!.value) && word!.value! > 0)
      return { value: word!.value!, words: [number, other] };
  }
  return null;
}

// Only a quoted text that is called a pattern.
function fillPattern(_spec: OptionSpec, { words }: Reading): Found | null {
  const at = words.findIndex(
    (word, i) =>
      word.kind === "quoted" && isPatternCue(words[words[i - 1]?.text === "of" ? i - 2 : i - 1]?.text),
  );
  if (at === -1) return null;
  const cue = words[at - 1]!.text === "of" ? at - 2 : at - 1;
  return { value: words[at]!.text, words: range(cue, at + 1) };
}

function isPatternCue(text = ""): boolean {
  return /^(?:pattern|regex|match|matches|matching)$/.test(text);
}

function fillSwitch(spec: OptionSpec, { words }: Reading, used: ReadonlySet<number>): Found | null {
  const text = spec.name.toLowerCase();
  const name = meaningOf({ text, stem: stem(text) });
  const at = words.findIndex((word, i) => meaningOf(word) === name && !used.has(i));
  return at === -1 ? null : { value: true, words: [at] };
}

// A number right after the option's own name.
function fillOther(spec: OptionSpec, { words }: Reading, used: ReadonlySet<number>): Found | null {
  if (spec.type === "string") return null;
  const name = stem(spec.name.toLowerCase());
  const at = words.findIndex(
    (word, i) => word.stem === name && words[i + 1]?.kind === "number" && !used.has(i + 1),
  );
  return at === -1 ? null : { value: words[at + 1]!.value!, words: [at, at + 1] };
}

function fillAmount(_spec: OptionSpec, { words }: Reading, used: ReadonlySet<number>): Found | null {
  const at = words.findIndex((word, i) => word.kind === "number" && !used.has(i));
  const word = words[at];
  if (NOT_AN_AMOUNT.test(words[at - 1]?.text ?? "")) return null;
  if (!word || !Number.isInteger(word.value) || word.value! < 1 || UNIT.test(words[at + 1]?.text ?? ""))
    return null;
  return { value: word.value!, words: [at] };
}

const NOT_AN_AMOUNT =
  /^(?:in|of|from|on|at|since|until|after|before|than|over|under|above|below|column|version)$/;
const UNIT =
  /^(?:%|percent|ms|s|sec|seconds?|minutes?|min|hours?|h|days?|weeks?|months?|years?|[kmgt]i?b|bytes?)$/;

function inOrderOf(
  options: readonly OptionSpec[],
  values: Record<string, OptionValue>,
): Record<string, OptionValue> {
  return Object.fromEntries(options.flatMap(({ name }) => (name in values ? [[name, values[name]!]] : [])));
}
