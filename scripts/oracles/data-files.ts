import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { detectFormat, HEAD_BYTES } from "../../src/formats/detect.ts";
import { memorySource } from "../../src/formats/memory-source.ts";
import { readRecords } from "../../src/formats/read-records.ts";

/** A data file as we read it. */
export interface DataFile {
  readonly path: string;
  readonly format: string;
  readonly records: number;
  /** Of the first record. */
  readonly fields: readonly string[];
  /** What is known of it from elsewhere and is not so, or null. */
  readonly wrong: string | null;
}

const FOLDERS = ["data/vega", "data/deno-csv/testdata"];

/** Every data file: what it was taken for, how many records and which fields, against what its publisher says of it. */
export function readDataFiles(corpora: string): readonly DataFile[] {
  const schemas = schemasOf(join(corpora, "data/vega/datapackage.json"));
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(corpora, folder)).map((name) => {
      const path = join(folder, name);
      const read = readDataFile(join(corpora, path));
      return { path, ...read, wrong: wrongWith(read, join(corpora, path), schemas.get(name)) };
    }),
  );
}

type Read = Omit<DataFile, "path" | "wrong">;

function readDataFile(path: string): Read {
  const bytes = readFileSync(path);
  const { format } = detectFormat(bytes.subarray(0, HEAD_BYTES), bytes.length <= HEAD_BYTES, { name: path });
  let records = 0;
  let fields: readonly string[] = [];
  for (const record of readRecords({ format, source: memorySource(bytes), input: path, header: true })) {
    if (records++ === 0) fields = Object.keys(record as object);
  }
  return { format, records, fields };
}

/** The fields of each resource of a data package (specs.frictionlessdata.io), where it says them. */
function schemasOf(path: string): ReadonlyMap<string, readonly string[]> {
  const { resources } = JSON.parse(readFileSync(path, "utf8")) as {
    readonly resources: readonly {
      readonly path: string;
      readonly schema?: { readonly fields: readonly { readonly name: string }[] };
    }[];
  };
  const known = resources.flatMap(({ path: name, schema }) =>
    schema ? [[name, schema.fields.map((field) => field.name)] as const] : [],
  );
  return new Map(known);
}

function wrongWith(
  { format, records, fields }: Read,
  path: string,
  schema?: readonly string[],
): string | null {
  const expected = path.endsWith(".csv") ? "csv" : "json";
  if (format !== expected) return `taken for ${format}`;
  if (schema && schema.join("\n") !== fields.join("\n")) return `its publisher names ${schema.join(", ")}`;
  const count = expected === "json" ? elementsIn(path) : null;
  return count === null || count === records ? null : `it has ${count} elements`;
}

function elementsIn(path: string): number {
  const document: unknown = JSON.parse(readFileSync(path, "utf8"));
  return Array.isArray(document) ? document.length : 1;
}
