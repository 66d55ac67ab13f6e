import type { FormatName } from "../terms/format.ts";
import type { Format, Head } from "./format.ts";
import { LineIterator } from "./line-iterator.ts";
import { excerpt } from "./malformed-input.ts";
import { createStrayLines } from "./stray-lines.ts";

const LINES_LOOKED_AT = 50;

/** A format in which each line is a record by itself; blank lines are skipped. */
export function lineFormat(row: {
  readonly name: FormatName;
  readonly signs: RegExp;
  /** The record of a line; null where it is none. */
  readonly parse: (line: string) => unknown;
  /** Whether a line is so much of this format that detection may go by it. As `parse`, unless set. */
  readonly isTypical?: (line: string) => boolean;
  /** What its lines are, in the plural; and how one looks. */
  readonly are: string;
  readonly looks: string;
}): Format {
  const { name, signs, parse, are, looks, isTypical = (line) => parse(line) !== null } = row;
  return {
    ...{ name, signs },
    recognise({ lines }: Head) {
      const looked = lines.filter((line) => line.trim() !== "").slice(0, LINES_LOOKED_AT);
      const matching = looked.filter(isTypical).length;
      if (matching === 0 || matching < looked.length * 0.9) return null;
      return `${matching} of its first ${looked.length} lines are ${are}`;
    },
    *read(reading): Generator<unknown, undefined> {
      const lines = new LineIterator(reading);
      const strays = createStrayLines(reading);
      const expected = `${looks} (or read it with --from lines)`;
      for (const line of lines) {
        const record = parse(line);
        if (record !== null) yield record;
        else if (line.trim() !== "") strays.take({ line: lines.number, expected, found: excerpt(line) });
      }
      strays.end();
    },
  };
}
