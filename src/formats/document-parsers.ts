import { parse, TomlError } from "smol-toml";
import { type Alias, type Document, parseAllDocuments, visit } from "yaml";
import type { DocumentParsers, Parsed } from "./parsed.ts";

/** The libraries behind one door: values as JSON has them, an integer beyond 2^53 as a bigint, dates as text. */
export const documentParsers: DocumentParsers = { yaml: parseYaml, toml: parseToml };

const TOO_DEEP = "it is nested too deeply to be read";

function parseYaml(text: string): Parsed {
  const documents = parseAllDocuments(text, { intAsBigInt: true, merge: true, logLevel: "silent" });
  const values: unknown[] = [];
  for (const document of documents) {
    const [error] = document.errors;
    if (error) {
      const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
      return { ok: false, line, column: col, problem: firstLine(error.message) };
    }
    try {
      values.push(plain(document.toJS()));
    } catch (error) {
      return unresolved(error, document, text);
    }
  }
  return { ok: true, documents: values };
}

/** Only here the library sees an alias of nothing, or many of much; one that stands for itself has no end. */
function unresolved(error: unknown, document: Document, text: string): Parsed {
  if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  const dangling = aliases.find((alias) => alias.resolve(document) === undefined);
  const at = dangling ?? aliases[0];
  if (at === undefined) return { ok: false, line: 1, column: 1, problem: TOO_DEEP };
  const problem = dangling
    ? `*${at.source}, an alias of what is not there: text that begins with * is written in quotes`
    : "aliases that stand for too much, or for themselves";
  return { ok: false, ...placeOf(at.range?.[0] ?? 0, text), problem };
}

function placeOf(offset: number, text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

function parseToml(text: string): Parsed {
  try {
    return { ok: true, documents: [plain(parse(text, { integersAsBigInt: true }))] };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, line: 1, column: 1, problem: TOO_DEEP };
    if (!(error instanceof TomlError)) throw error;
    const { line, column } = error;
    return { ok: false, line, column, problem: firstLine(error.message) };
  }
}

function firstLine(message: string): string {
  return message
    .split("\n")[0]!
    .replace(/ at line \d.*$/, "")
    .replace(/^Invalid TOML document: /, "");
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}
