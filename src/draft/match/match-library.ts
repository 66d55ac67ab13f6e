import type { LibraryCommand } from "../../terms/draft.ts";
import type { OptionSchema, OptionValue } from "../../terms/option.ts";
import type { Sample } from "../../terms/sample.ts";
import { findFieldMentions } from "./field-mentions.ts";
import { type Filling, fillOptions, type Reading } from "./fill-options.ts";
import { findConditions } from "./find-conditions.ts";
import { type OptionRole, roleOf } from "./option-role.ts";
import { isStopWord, isTurningWord, meaningOf } from "./vocabulary.ts";
import { readWords, type Word } from "./words.ts";

export type MatchCandidate = LibraryCommand & { readonly schema: OptionSchema };

/** How well a command answers a directive, and the options to run it with. */
export interface Match {
  readonly command: MatchCandidate;
  /** 0 to 1. From {@link CONFIDENCE_BAR} on the match may be taken without asking. */
  readonly confidence: number;
  /** One clause: what speaks for it and what against. */
  readonly why: string;
  readonly values: Readonly<Record<string, OptionValue>>;
}

/** Set so that one word of a directive which nothing in the command explains keeps the match below it. */
export const CONFIDENCE_BAR = 0.7;

/** With an option left empty that a command cannot do its work without, it is not what was asked for. */
const UNFILLED_FACTOR = 0.4;
const NO_EVIDENCE = 0.2;

/**
 * Compare a directive with commands, best first, without a model. A directive's words are each explained by
 * the command's own words, used up for an option, or left over; one left over weighs more than one explained,
 * because a wrong match offered as right is worse than none. Pure.
 */
export function matchLibrary({
  directive,
  sample,
  commands,
}: {
  readonly directive: string;
  readonly sample: Sample | null;
  readonly commands: readonly MatchCandidate[];
}): readonly Match[] {
  const reading = readDirective(directive, sample);
  const common = meaningsOfMost(commands);
  return commands
    .map((command) => matchOne({ command, directive, reading, common, sample }))
    .sort(
      (a, b) =>
        b.confidence - a.confidence || ORIGINS.indexOf(a.command.origin) - ORIGINS.indexOf(b.command.origin),
    );
}

const ORIGINS = ["project", "user", "shipped"];

function readDirective(directive: string, sample: Sample | null): Reading {
  const words = readWords(directive);
  const mentions = findFieldMentions(words, sample);
  return { words, mentions, conditions: findConditions(directive, words, mentions, sample) };
}

interface Comparison {
  readonly command: MatchCandidate;
  readonly directive: string;
  readonly reading: Reading;
  readonly common: ReadonlySet<string>;
  readonly sample: Sample | null;
}

function matchOne(comparison: Comparison): Match {
  const { command, directive, reading, sample } = comparison;
  if (isSameText(directive, command.directive)) {
    return { command, confidence: 1, why: "it was made for this directive", values: {} };
  }
  const filling = fillOptions(command.schema.options, reading);
  const { explained, leftOver, evidence } = explain(comparison, filling);
  const coverage = explained / Math.max(1, explained + 2 * leftOver.length);
  const strength = evidence.length > 0 ? 1 : strengthOfOptions(filling);
  const confidence =
    coverage ** 2 * strength * completeness(command, filling, reading, sample) * overlap(command, reading);
  return {
    command,
    confidence: Math.round(confidence * 100) / 100,
    why: reason(evidence, leftOver, filling.values),
    values: filling.values,
  };
}

function explain(
  { command, reading, common }: Comparison,
  { used }: Filling,
): { explained: number; leftOver: readonly string[]; evidence: readonly string[] } {
  const strong = meaningsIn(strongText(command));
  const weak = meaningsIn(weakText(command));
  const inMention = new Set(reading.mentions.flatMap(({ from, to }) => indexes(from, to)));
  const leftOver: string[] = [];
  const evidence = new Set<string>();
  let explained = 0;
  for (const [at, word] of reading.words.entries()) {
    const meaning = meaningOf(word);
    if (used.has(at)) explained++;
    else if (inMention.has(at)) leftOver.push(word.text);
    else if (strong.has(meaning)) explained++;
    else if (!isIdle(word) && (word.kind !== "word" || isTurningWord(word.text) || !weak.has(meaning))) {
      leftOver.push(word.text);
    }
    if (!inMention.has(at) && strong.has(meaning) && !common.has(meaning)) evidence.add(word.text);
  }
  return { explained, leftOver, evidence: [...evidence] };
}

// "or" is grammar until there is a condition: then it is one that no list of conditions says.
function isIdle(word: Word): boolean {
  return (word.kind === "word" && isStopWord(word)) || word.text === ",";
}

// A condition or a list of fields says by itself what is to be done.
function strengthOfOptions({ roles }: Filling): number {
  if (roles.has("conditions")) return 1;
  return roles.has("fields") ? 0.8 : NO_EVIDENCE;
}

// What a general tool works on has to be said; one that reads columns of lines takes lines as they are.
function completeness(
  command: MatchCandidate,
  filling: Filling,
  reading: Reading,
  sample: Sample | null,
): number {
  const { options } = command.schema;
  const roles = new Set(options.map(roleOf));
  if (options.some((spec) => spec.required && !(spec.name in filling.values))) return UNFILLED_FACTOR;
  if (roles.has("group")) return filling.roles.has("group") ? 1 : UNFILLED_FACTOR;
  const subjects = SUBJECTS.filter((role) => roles.has(role));
  if (subjects.length === 0 || subjects.some((role) => filling.roles.has(role))) return 1;
  const takesLines = roles.has("column") && (sample === null || sample.format === "lines");
  return takesLines && reading.words.some((word) => word.stem === "line") ? 1 : UNFILLED_FACTOR;
}

const SUBJECTS: readonly OptionRole[] = ["field", "fields", "conditions", "column", "pattern", "switch"];

// A user's own command does one thing: what it does beyond what was asked speaks against it.
function overlap(command: MatchCandidate, { words }: Reading): number {
  if (command.origin === "shipped") return 1;
  const asked = new Set(words.map(meaningOf));
  const own = [...meaningsIn(command.directive)];
  const met = own.filter((meaning) => asked.has(meaning)).length;
  return own.length === 0 ? 1 : 0.4 + (0.6 * met) / own.length;
}

function strongText(command: MatchCandidate): string {
  const own = command.origin === "shipped" ? "" : command.directive;
  return `${command.name.replaceAll("-", " ")} ${command.description} ${own}`;
}

function weakText(command: MatchCandidate): string {
  return [command.directive, ...command.schema.options.map((spec) => `${spec.name} ${spec.help}`)].join(" ");
}

function meaningsIn(text: string): ReadonlySet<string> {
  return new Set(
    readWords(text)
      .filter((word) => !isIdle(word) && word.kind !== "sign")
      .map(meaningOf),
  );
}

// Inverse document frequency with one step: a meaning that nearly every command has tells none from another.
function meaningsOfMost(commands: readonly MatchCandidate[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const command of commands) {
    for (const meaning of meaningsIn(strongText(command)))
      counts.set(meaning, (counts.get(meaning) ?? 0) + 1);
  }
  const most = commands.length * 0.9;
  return new Set(
    commands.length < 3 ? [] : [...counts].filter(([, count]) => count > most).map(([meaning]) => meaning),
  );
}

function reason(evidence: readonly string[], leftOver: readonly string[], values: Match["values"]): string {
  const set = Object.entries(values).map(
    ([name, value]) => `${name}=${Array.isArray(value) ? value.join(" and ") : value}`,
  );
  const clauses = [
    evidence.length > 0 ? `${quoted(evidence)} ${evidence.length > 1 ? "are" : "is"} what it does` : "",
    set.length > 0 ? `sets ${listed(set)}` : "",
    leftOver.length > 0 ? `does not know ${quoted(leftOver)}` : "",
  ];
  return clauses.filter(Boolean).join("; ") || "no word of the directive speaks for it";
}

function quoted(words: readonly string[]): string {
  return listed(words.map((word) => JSON.stringify(word)));
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

function isSameText(a: string, b: string): boolean {
  const plain = (text: string) =>
    readWords(text)
      .map((word) => word.text.toLowerCase())
      .join(" ");
  return plain(a) !== "" && plain(a) === plain(b);
}

function indexes(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
