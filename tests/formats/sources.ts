import { readRecords } from "../../src/formats/read-records.ts";
import type { ByteSource, FormatName, Ragged } from "../../src/terms/format.ts";

/** A source that gives at most `size` bytes a read, as a pipe may. */
export function chunked(data: string | Uint8Array, size: number): ByteSource {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  let at = 0;
  return {
    read(into) {
      const part = bytes.subarray(at, at + Math.min(size, into.length));
      into.set(part);
      at += part.length;
      return part.length;
    },
  };
}

/** All records of a text, read in pieces of `size` bytes; the message where it is malformed. */
export function recordsOf(
  format: FormatName,
  data: string | Uint8Array,
  {
    size = 1 << 20,
    header = true,
    ragged,
    fields,
    wholeFirst,
  }: {
    readonly size?: number;
    readonly header?: boolean;
    readonly ragged?: Ragged;
    readonly fields?: readonly string[];
    readonly wholeFirst?: number;
  } = {},
) {
  const records: unknown[] = [];
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  try {
    const reading = {
      format,
      source: chunked(data, size),
      input: "in",
      header,
      ragged,
      fields,
      wholeFirst,
      say,
    };
    for (const record of readRecords(reading)) records.push(record);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "MalformedInput") throw error;
    return { records, malformed: error.message };
  }
  return said.length > 0 ? { records, said } : { records };
}
