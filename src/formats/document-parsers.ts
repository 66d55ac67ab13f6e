import { parse, TomlError } from "smol-toml";
import { parseAllDocuments } from "yaml";
import type { DocumentParsers, Parsed } from "./parsed.ts";

/** The libraries behind one door: values as JSON has them, an integer beyond 2^53 as a bigint, dates as text. */
export const documentParsers: DocumentParsers = { yaml: parseYaml, toml: parseToml };

function parseYaml(text: string): Parsed {
  const documents = parseAllDocuments(text, { intAsBigInt: true, merge: true, logLevel: "silent" });
  const values: unknown[] = [];
  for (const document of documents) {
    const [error] = document.errors;
    if (error) {
      const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
      return { ok: false, line, column: col, problem: firstLine(error.message) };
    }
    values.push(plain(document.toJS()));
  }
  return { ok: true, documents: values };
}

function parseToml(text: string): Parsed {
  try {
    return { ok: true, documents: [plain(parse(text, { integersAsBigInt: true }))] };
  } catch (error) {
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
