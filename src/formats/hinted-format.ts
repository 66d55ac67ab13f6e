import type { Detected, FormatName, Ragged } from "../terms/format.ts";
import { documentNamed } from "./document.ts";
import type { Head } from "./format.ts";

/** What is known of an input beside its bytes. */
export interface Hints {
  /** As in messages: the path of a FILE. */
  readonly name?: string;
  /** False: tables have no names in their first row. */
  readonly header?: boolean;
  /** Set where it was said: the input is a table then. */
  readonly ragged?: Ragged | undefined;
}

const NAMED: readonly { readonly ending: RegExp; readonly format: FormatName }[] = [
  { ending: /\.csv$/i, format: "csv" },
  { ending: /\.(?:tsv|tab)$/i, format: "tsv" },
  { ending: /\.(?:ndjson|jsonl)$/i, format: "ndjson" },
  { ending: /\.json$/i, format: "json" },
];

/** What a FILE's name says it holds, compressed or not; null where it says nothing. */
export function formatOfName(name: string): Detected | null {
  const plain = name.replace(/\.(?:gz|zst)$/i, "");
  const format = documentNamed(name) ?? NAMED.find(({ ending }) => ending.test(plain))?.format;
  return format ? { format, why: `its name is that of a ${format.toUpperCase()} file` } : null;
}

/** What an input is by what is known of it, for one whose bytes say little; null where that is nothing. */
export function hintedFormat({ text, lines }: Head, { name = "", ragged }: Hints): Detected | null {
  if (text.trim() === "") return null;
  const named = formatOfName(name);
  if (named || ragged === undefined) return named;
  const format = lines[0]?.includes("\t") ? "tsv" : "csv";
  return { format, why: `--ragged ${ragged} is said of a table` };
}
