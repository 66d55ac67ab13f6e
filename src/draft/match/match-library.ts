import type { LibraryCommand } from "../../terms/draft.ts";
import type { OptionValue } from "../../terms/option.ts";
import type { Sample } from "../../terms/sample.ts";
import { asAsked } from "./as-asked.ts";
import { asMeant } from "./as-meant.ts";
import { confidenceOf } from "./confidence.ts";
import { explainWords } from "./explain-words.ts";
import { findFieldMentions } from "./field-mentions.ts";
import type { Reading } from "./fill.ts";
import { fillOptions } from "./fill-options.ts";
import { findComparatives } from "./find-comparatives.ts";
import { findConditions } from "./find-conditions.ts";
import { findValues } from "./find-values.ts";
import { knownStems, withoutInputName } from "./known-words.ts";
import { matchReason } from "./match-reason.ts";
import { meaningsOf } from "./meanings.ts";
import { mendTypos } from "./mend-typos.ts";
import { readWords } from "./words.ts";

/** How well a command answers a directive, and the options to run it with. */
export interface Match {
  readonly command: LibraryCommand;
  /** 0 to 1. From {@link CONFIDENCE_BAR} on the match may be taken without asking. */
  readonly confidence: number;
  /** One clause: what speaks for it and what against. */
  readonly why: string;
  readonly values: Readonly<Record<string, OptionValue>>;
}

/** Set so that one word of a usual directive which nothing in the command explains keeps a match below it. */
export const CONFIDENCE_BAR = 0.7;

export interface MatchRequest {
  readonly directive: string;
  readonly sample: Sample | null;
  readonly commands: readonly LibraryCommand[];
}

/**
 * Compare a directive with commands, best first, without a model. Each word of the directive is explained by
 * the command's own words, used up for an option, or left over; the order among equals is project, user,
 * shipped. Pure.
 */
export function matchLibrary({ directive, sample, commands }: MatchRequest): readonly Match[] {
  const reading = readDirective({ directive, sample, commands });
  const common = meaningsOfMost(commands);
  return commands
    .map((command) =>
      isSameText(directive, command.directive)
        ? sameDirective(command)
        : matchOne(command, reading, sample, common),
    )
    .sort((a, b) => b.confidence - a.confidence || rank(a.command) - rank(b.command));
}

function readDirective({ directive, sample, commands }: MatchRequest): Reading {
  const mended = mendTypos(readWords(directive), knownStems(sample, commands));
  const meant = asMeant(withoutInputName(mended, sample));
  const { words, mentions } = asAsked({ words: meant, mentions: findFieldMentions(meant, sample) }, sample);
  const said = findConditions(directive, words, mentions, sample);
  const plain = [...said, ...findComparatives(words, sample)];
  const named = findValues(words, { mentions, conditions: plain }, sample);
  const conditions = [...plain, ...named].sort((a, b) => a.from - b.from);
  return { words, mentions, conditions, texts: textFields(sample) };
}

function textFields(sample: Sample | null): ReadonlySet<string> {
  const fields = sample?.fields.map((field) => field.name) ?? [];
  return new Set(fields.filter((name) => sample!.records.some((record) => isText(record, name))));
}

function isText(record: unknown, name: string): boolean {
  const value = (record as Readonly<Record<string, unknown>> | null)?.[name];
  return typeof value === "string" && value.trim() !== "" && Number.isNaN(Number(value));
}

function matchOne(
  command: LibraryCommand,
  reading: Reading,
  sample: Sample | null,
  common: ReadonlySet<string>,
): Match {
  const filling = fillOptions(command.schema.options, reading);
  const explanation = explainWords(reading, filling, meaningsOf(command), common);
  return {
    command,
    confidence: confidenceOf({ command, reading, sample, filling, explanation }),
    why: matchReason(explanation, filling.values),
    values: filling.values,
  };
}

function sameDirective(command: LibraryCommand): Match {
  return { command, confidence: 1, why: "it was made for this directive", values: {} };
}

// Inverse document frequency with one step.
function meaningsOfMost(commands: readonly LibraryCommand[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const command of commands) {
    for (const meaning of meaningsOf(command).described) counts.set(meaning, (counts.get(meaning) ?? 0) + 1);
  }
  const most = [...counts].filter(([, count]) => count > commands.length * 0.9);
  return new Set(commands.length < 3 ? [] : most.map(([meaning]) => meaning));
}

function isSameText(a: string, b: string): boolean {
  const plain = (text: string) =>
    readWords(text.toLowerCase())
      .map((word) => word.text)
      .join(" ");
  return plain(a) !== "" && plain(a) === plain(b);
}

function rank({ origin }: LibraryCommand): number {
  return ["project", "user", "shipped"].indexOf(origin);
}
