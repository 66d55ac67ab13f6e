import { MalformedInput } from "../../src/formats/malformed-input.ts";
import { memorySource } from "../../src/formats/memory-source.ts";
import { readRecords } from "../../src/formats/read-records.ts";
import { transcode } from "../../src/formats/transcode.ts";
import { Unrenderable } from "../../src/formats/unrenderable.ts";
import { WRITERS } from "../../src/formats/writers/writer-list.ts";
import type { OracleCase } from "./case.ts";

/** What we make of a case: what was written, and the error that ended it, where one did. */
export interface Converted {
  readonly text: string;
  readonly error: string | null;
}

export function convert(one: OracleCase): Converted {
  const writer = WRITERS[one.output]({ header: one.writesHeader });
  let text = "";
  try {
    for (const record of taken(one)) text += writer.item(record);
    return { text: text + writer.end(), error: null };
  } catch (error) {
    if (!(error instanceof MalformedInput || error instanceof Unrenderable)) throw error;
    return { text, error: error.message };
  }
}

function taken(one: OracleCase): Iterable<unknown> {
  if (one.take === "reversed") return [...recordsOf(one)].reverse();
  return one.take === undefined ? recordsOf(one) : recordsOf(one).take(one.take);
}

function* recordsOf({ inputs, from, header, ragged }: OracleCase): Generator<unknown, undefined> {
  for (const { name, text } of inputs) {
    const source = transcode(memorySource(new TextEncoder().encode(text)), { input: name });
    yield* readRecords({ format: from, source, input: name, header, ragged });
  }
}
