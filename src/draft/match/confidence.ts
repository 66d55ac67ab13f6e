import type { LibraryCommand } from "../../terms/draft.ts";
import type { Sample } from "../../terms/sample.ts";
import type { Explanation } from "./explain-words.ts";
import type { Reading } from "./fill.ts";
import type { Filling } from "./fill-options.ts";
import { meaningsIn } from "./meanings.ts";
import { type OptionRole, roleOf } from "./option-role.ts";
import { meaningOf } from "./vocabulary.ts";
import type { Word } from "./words.ts";

/** How much speaks for a command: its name, a choice it cannot do without, a list of fields to keep, its description, or nothing. */
const STRENGTH = { named: 1, chosen: 0.9, listed: 0.8, described: 0.6, nothing: 0.2 };
/** With an option left empty that a command cannot do its work without, it is not what was asked for. */
const UNFILLED_FACTOR = 0.4;

export interface Comparison {
  readonly command: LibraryCommand;
  readonly reading: Reading;
  readonly sample: Sample | null;
  readonly filling: Filling;
  readonly explanation: Explanation;
}

/** 0 to 1: how much of the directive is explained, how much speaks for the command, and what it lacks. */
export function confidenceOf(comparison: Comparison): number {
  const { explained, leftOver } = comparison.explanation;
  // A word left over weighs twice: a wrong match offered as right is worse than none.
  const coverage = explained / Math.max(1, explained + 2 * leftOver.length);
  const confidence = coverage ** 2 * strength(comparison) * completeness(comparison) * overlap(comparison);
  return Math.round(confidence * 100) / 100;
}

// A condition says by itself what is to be done, and so does a grouping with what is to be done to each group.
function strength({ command, filling, explanation: { evidence, named } }: Comparison): number {
  const { roles, values } = filling;
  const isDescribed = evidence.length > 0;
  if (named || roles.has("conditions") || roles.has("percentile")) return STRENGTH.named;
  if (isDescribed && roles.has("group")) return STRENGTH.named;
  if (isOfAll({ filling, explanation: { evidence } })) return STRENGTH.named;
  const isChosen = command.schema.options.some(
    (spec) => spec.required && spec.choices && spec.name in values,
  );
  if (isChosen) return STRENGTH.chosen;
  if (roles.has("fields")) return STRENGTH.listed;
  return isDescribed ? STRENGTH.described : STRENGTH.nothing;
}

// What a general tool works on has to be said; one that reads columns of lines takes lines as they are.
function completeness(comparison: Comparison): number {
  const { command, filling, explanation, reading, sample } = comparison;
  const { options } = command.schema;
  if (options.some((spec) => spec.required && !(spec.name in filling.values))) return UNFILLED_FACTOR;
  const roles = new Set(options.map(roleOf));
  const isNamed = explanation.named || filling.roles.has("percentile") || isOfAll({ filling, explanation });
  if (roles.has("percentile") && !isNamed) return UNFILLED_FACTOR;
  if (filling.roles.has("group")) return 1;
  const groups = options.filter((spec) => roleOf(spec) === "group");
  if (groups.some((spec) => !(isNamed && MAY_BE_EMPTY.test(spec.help)))) return UNFILLED_FACTOR;
  // One group has no first five.
  if (groups.length > 0 && filling.roles.has("amount")) return UNFILLED_FACTOR;
  if (roles.has("percentile") && reading.words.some(isPerSecond)) return 1;
  const subjects = SUBJECTS.filter((role) => roles.has(role));
  if (subjects.length === 0 || subjects.some((role) => filling.roles.has(role))) return 1;
  if (explanation.named && WHOLE_LINES.test(command.description)) return 1;
  const takesLines = roles.has("column") && (sample === null || sample.format === "lines");
  return takesLines && reading.words.some((word) => word.stem === "line") ? 1 : UNFILLED_FACTOR;
}

// "the mean age": of all records, where what is to be made of the field is what the command describes.
function isOfAll({
  filling,
  explanation,
}: {
  filling: Filling;
  explanation: Pick<Explanation, "evidence">;
}): boolean {
  const isOfOne = explanation.evidence.some((word) => OF_ONE.test(meaningOf(word)));
  return isOfOne && filling.roles.has("field");
}

const OF_ONE = /^=(?:mean|greatest|least|sum)$/;

function isPerSecond({ text, stem }: Word): boolean {
  return text === "second" && stem === "rate";
}

const SUBJECTS: readonly OptionRole[] = [
  ...(["field", "fields", "conditions", "column", "pattern", "choice", "switch"] as const),
];
const WHOLE_LINES = /\blines\b/i;
const MAY_BE_EMPTY = /\b(?:where|when|if) (?:it is )?empty\b/;

// A user's own command does one thing: what it does beyond what was asked speaks against it.
function overlap({ command, reading }: Comparison): number {
  if (command.origin === "shipped") return 1;
  const asked = new Set(reading.words.map(meaningOf));
  const own = [...meaningsIn(command.directive)];
  const met = own.filter((meaning) => asked.has(meaning)).length;
  return own.length === 0 ? 1 : 0.4 + (0.6 * met) / own.length;
}
