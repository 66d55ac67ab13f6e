import { readFileSync } from "node:fs";
import { Ajv, type AnySchema, type ErrorObject, type Options } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { WritError } from "../../terms/failure.ts";

/** Why a record is not as it should be, in a clause; null where it is. */
export type RecordCheck = (record: unknown) => string | null;

/** A JSON Schema, ready to be held against records, and its text. */
export interface OutputSchema {
  readonly text: string;
  readonly check: RecordCheck;
}

// A keyword or format that is not known would pass anything: it is refused.
const OPTIONS: Options = { strict: true, strictTypes: false, strictRequired: false, strictTuples: false };

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
    return { text, check: (record) => (validate(record) ? null : wordError(validate.errors?.[0])) };
  } catch (error) {
    throw wrong(path, error instanceof Error ? error.message : String(error));
  }
}

/** `total must be number`; no value of the record is in it. */
function wordError(error: ErrorObject | undefined): string {
  if (error === undefined) return "it is not as the schema says";
  const place = error.instancePath.slice(1).replaceAll("/", ".");
  return `${place === "" ? "it" : place} ${error.message ?? "is not as the schema says"}`;
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
