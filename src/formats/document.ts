import type { FormatName } from "../terms/format.ts";
import type { Format, Head, Reading } from "./format.ts";
import { MalformedInput } from "./malformed-input.ts";
import type { DocumentParsers } from "./parsed.ts";
import { wholeText } from "./text.ts";

/** Whether a format is read by a library. */
export function isDocument(format: FormatName | "auto"): format is keyof DocumentParsers {
  return format === "yaml" || format === "toml";
}

/** The format that a file of this name holds, compressed or not, where that is one of these. */
export function documentNamed(name: string): keyof DocumentParsers | null {
  if (/\.ya?ml(?:\.gz|\.zst)?$/i.test(name)) return "yaml";
  return /\.toml(?:\.gz|\.zst)?$/i.test(name) ? "toml" : null;
}

/** A format whose input is parsed as a whole, in memory. A document that is a list gives its items. */
export function documentFormat(
  name: keyof DocumentParsers,
  signs: RegExp,
  recognise: (head: Head) => string | null,
): Format {
  return { name, signs, recognise, read: (reading) => readDocuments(name, reading) };
}

function* readDocuments(name: keyof DocumentParsers, reading: Reading): Generator<unknown, undefined> {
  const { input, documents: parsers } = reading;
  if (!parsers) {
    const expected = "a format that is read as it comes";
    const found = `${name.toUpperCase()} (say --from ${name}, or give its file a name that ends in .${name})`;
    throw new MalformedInput({ input, line: 1, expected, found });
  }
  const parsed = parsers[name](wholeText(reading));
  if (!parsed.ok) {
    const { line, column, problem } = parsed;
    throw new MalformedInput({ input, line, column, expected: name.toUpperCase(), found: problem });
  }
  for (const document of parsed.documents) {
    if (Array.isArray(document)) yield* document;
    else yield document;
  }
}

/** The lines that say something: not blank, no comment. */
export function filledLines({ lines }: Head): readonly string[] {
  return lines.filter((line) => !/^\s*(?:#|$)/.test(line));
}
