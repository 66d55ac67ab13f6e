import type { LibraryCommand } from "../../terms/draft.ts";
import type { Sample } from "../../terms/sample.ts";
import { idle } from "./as-meant.ts";
import { CONCEPT_STEMS, FIELD_SYNONYMS } from "./vocabulary.ts";
import { readWords, stem, type Word } from "./words.ts";

/** Stems of words that a directive is likely to hold: of commands, fields, values, and of what has a meaning here. */
export function knownStems(sample: Sample | null, commands: readonly LibraryCommand[]): ReadonlySet<string> {
  const fields = sample?.fields.map(({ name }) => name) ?? [];
  const synonyms = fields.flatMap((name) => FIELD_SYNONYMS[name.toLowerCase()] ?? []);
  const texts = commands.flatMap(({ name, description, directive, schema }) => [
    ...[name.replaceAll("-", " "), description, directive, schema.summary],
    ...schema.options.map((spec) => `${spec.name} ${spec.help} ${spec.choices?.join(" ") ?? ""}`),
  ]);
  const words = [...fields, ...synonyms, ...texts].flatMap((text) => readWords(text));
  return new Set([...CONCEPT_STEMS.map(stem), ...words.map((word) => word.stem)]);
}

/** What the input's file is called is what people call its records: "orders" of `orders.csv`. */
export function withoutInputName(words: readonly Word[], sample: Sample | null): readonly Word[] {
  const file = /([^/]*?)(?:\.[^/]*)?$/.exec(sample?.input ?? "")![1]!;
  const fields = new Set(sample?.fields.flatMap(({ name }) => readWords(name).map((word) => word.stem)));
  const names = readWords(file).flatMap((word) => (fields.has(word.stem) ? [] : word.stem));
  return words.map((word) => (word.kind === "word" && names.includes(word.stem) ? idle(word) : word));
}
