import type { HowWritten } from "../../terms/format.ts";

/** What a writer is told of a run. */
export interface Writing extends HowWritten {
  /** Whether CSV and TSV begin with the names of the columns. */
  readonly header: boolean;
}

/**
 * How one output (`-o`) is written: one of these a file, one row in `writer-list.ts`. Pure: gives the text
 * to append. Null and undefined never come here.
 */
export interface Writer {
  /** @throws {Unrenderable} the output has no form for the value */
  readonly item: (value: unknown) => string;
  /** Raw bytes. Absent: the output has no room for them. */
  readonly bytes?: (chunk: Uint8Array) => string | Uint8Array;
  /** What stands behind the last item. */
  readonly end: () => string;
}

export const nothing = () => "";

/** A text as a line; one that ends in a newline gets no second one. */
export function toLine(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}
