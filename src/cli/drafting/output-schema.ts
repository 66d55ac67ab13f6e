import { readFileSync } from "node:fs";
import { Ajv, type AnySchema, type ErrorObject, type Options } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { WritError } from "../../terms/failure.ts";

/** Why a record is not as it should be, in a clause: with what it has there, and without any value of it. */
export interface Misfit {
  readonly why: string;
  readonly withoutData: string;
}

/** Null: it is as it should be. */
export type RecordCheck = (record: unknown) => Misfit | null;

/** A JSON Schema, ready to be held against records, and its text. */
export interface OutputSchema {
  readonly text: string;
  readonly check: RecordCheck;
}

// A keyword or format that is not known would pass anything: it is refused.
const OPTIONS: Options = {
  verbose: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  strictTuples: false,
};
const FOUND_UNITS_MOST = 60;
const PROBES: readonly unknown[] = [null, "", 0, [], {}];

/**
 * Read a JSON Schema of one record: draft-07 where it says so, else 2020-12. Throws `usage` where it is none, holds a keyword
 * or a format that is not known, or refers to another document; `input-missing` where it cannot be read.
 */
export function readOutputSchema(path: string): OutputSchema {
  const text = readText(path);
  const schema = parse(text, path);
  const isOld =
    typeof schema === "object" &&
    schema !== null &&
    /draft-0[67]/.test(String(Reflect.get(schema, "$schema")));
  const validator = isOld ? new Ajv(OPTIONS) : new Ajv2020(OPTIONS);
  formats.default(validator);
  try {
    const validate = validator.compile(schema as AnySchema);
    // What refers to itself without end does so for any record.
    for (const record of PROBES) validate(record);
    return { text, check: (record) => (validate(record) ? null : wordError(validate.errors?.[0])) };
  } catch (error) {
    if (error instanceof RangeError) throw wrong(path, "it refers to itself without end");
    throw wrong(path, error instanceof Error ? error.message : String(error));
  }
}

function wordError(error: ErrorObject | undefined): Misfit {
  const unsaid = "is not as the schema says";
  if (error === undefined) return { why: `it ${unsaid}`, withoutData: `it ${unsaid}` };
  const place = error.instancePath.slice(1).replaceAll("/", ".") || "it";
  return { why: `${place} ${ofKeyword(error)}`, withoutData: `${place} ${error.message ?? unsaid}` };
}

function ofKeyword({ keyword, params, message, data }: ErrorObject): string {
  const is = `and is ${found(data)}`;
  switch (keyword) {
    case "additionalProperties":
      return `has the field \`${params.additionalProperty}\`, which the schema does not allow`;
    case "unevaluatedProperties":
      return `has the field \`${params.unevaluatedProperty}\`, which the schema does not allow`;
    case "required":
      return `has no field \`${params.missingProperty}\`, which the schema requires`;
    case "type":
      return `must be ${[params.type].flat().join(" or ")}, ${is}`;
    case "const":
      return `must be ${found(params.allowedValue)}, ${is}`;
    case "enum":
      return `must be one of ${params.allowedValues.map(found).join(", ")}, ${is}`;
    default:
      return `${message ?? "is not as the schema says"}, ${is}`;
  }
}

function found(value: unknown): string {
  if (value === null || typeof value !== "object") return shorten(JSON.stringify(value) ?? "nothing");
  return Array.isArray(value) ? "a list" : "an object";
}

function shorten(text: string): string {
  return text.length > FOUND_UNITS_MOST ? `${text.slice(0, FOUND_UNITS_MOST)}…` : text;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new WritError({ kind: "input-missing", input: path, detail }, { cause: error });
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw wrong(path, `it is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function wrong(path: string, problem: string): WritError {
  const help = "it must be a JSON Schema of one record, draft-07 or 2020-12, in one file";
  return new WritError({ kind: "usage", problem: `--output-schema ${path}: ${problem}`, help });
}
