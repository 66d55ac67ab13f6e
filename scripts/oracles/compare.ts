import type { OutputName } from "../../src/terms/format.ts";
import type { OracleCase } from "./case.ts";
import type { Converted } from "./convert.ts";

/** How the answer of another tool begins where it is an error. */
const ERROR = /^(?:mlr|jq): /m;

/** What differs between what we gave and what was expected, or null. Numbers count by their value. */
export function difference({ expected, output }: OracleCase, { text, error }: Converted): string | null {
  const failure = ERROR.exec(expected);
  if (failure && error === null)
    return `expected an error (${firstLine(expected.slice(failure.index))}), there was none`;
  if (!failure && error !== null) return `expected no error, there was one: ${error}`;
  const wanted = normalLines(output, failure ? expected.slice(0, failure.index) : expected);
  const got = output === "ndjson" ? ndjsonRows(text) : normalLines(output, text);
  for (let i = 0; i < Math.max(wanted.length, got.length); i++) {
    if (wanted[i] === got[i]) continue;
    return `row ${i + 1}: expected ${wanted[i] ?? "nothing"}, got ${got[i] ?? "nothing"}`;
  }
  return null;
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}

function normalLines(output: OutputName, text: string): readonly string[] {
  return NORMAL[output]?.(text) ?? filled(text.split("\n"));
}

function filled(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.trim() !== "");
}

/** What is left of a text for a comparison, by the form it is written in. */
const NORMAL: { readonly [K in OutputName]?: (text: string) => readonly string[] } = {
  json: jsonRows,
  ndjson: jsonRows,
  csv: (text) => filled(text.split("\n")).map((line) => numbersOf(line, ",")),
  tsv: (text) => filled(text.split("\n")).map((line) => numbersOf(line, "\t")),
  markdown: (text) => filled(text.split("\n")).map((line) => numbersOf(line, " ")),
  // Where columns stand is each tool's own.
  table: (text) => filled(text.split("\n")).map((line) => numbersOf(line.trim().replace(/ +/g, " "), " ")),
};

/** Each value on a line of its own, as the engine's own parser sees it; elements, where all is one array. */
function jsonRows(text: string): readonly string[] {
  const whole = parsed(text);
  if (Array.isArray(whole)) return whole.map(canonical);
  return filled(text.split("\n")).map((line) => {
    const value = parsed(line);
    return value === undefined ? line : canonical(value);
  });
}

/** What was written as NDJSON: each line is a value, whatever it looks like. */
function ndjsonRows(text: string): readonly string[] {
  return filled(text.split("\n")).map((line) => canonical(parsed(line)));
}

function canonical(value: unknown): string {
  return JSON.stringify(normal(value));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Texts that are numbers are numbers: one tool guesses them, the other leaves texts as they are. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, normal(inner)]));
  return typeof value === "string" || typeof value === "number" ? numberOf(String(value)) : value;
}

function numbersOf(line: string, separator: string): string {
  return line.split(separator).map(numberOf).join(separator);
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function numberOf(text: string): string {
  return NUMBER.test(text) ? String(Number(text)) : text;
}
