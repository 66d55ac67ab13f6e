import type { Reading } from "./format.ts";
import { MalformedInput } from "./malformed-input.ts";

/** What is done with lines that are no record, in formats of one record a line. */
export interface StrayLines {
  /** @throws {MalformedInput} where they are not skipped */
  take(line: Stray): void;
  /** Say how many were skipped, and what the first was. */
  end(): void;
}

/** As in {@link MalformedInput}. */
export interface Stray {
  readonly line: number;
  readonly column?: number;
  readonly expected: string;
  readonly found: string;
}

/** With `--ragged skip` they are left out, counted, and said at the end; else the first is malformed. */
export function createStrayLines({ input, ragged, say }: Reading): StrayLines {
  let skipped = 0;
  let first = "";
  return {
    take(stray) {
      if (ragged !== "skip") {
        const found = `${stray.found} (leave such lines out with --ragged skip)`;
        throw new MalformedInput({ ...stray, input, found });
      }
      const { line, column } = stray;
      const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
      if (skipped++ === 0) first = `${place}: expected ${stray.expected}, found ${stray.found}`;
    },
    end() {
      if (skipped === 0) return;
      const lines = skipped === 1 ? "1 line that is no record" : `${skipped} lines that are no records`;
      say?.(`${input}: ${lines} skipped; the first: ${first}`);
    },
  };
}
