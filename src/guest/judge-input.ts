import { DriftedInput } from "../formats/drifted-input.ts";
import type { FormatName } from "../terms/format.ts";
import type { Shape } from "../terms/shape.ts";
import { judgeShape, type Seen } from "./judge-shape.ts";

/** As many records as are looked at together where the first alone is not as expected. */
export const RECORDS_JUDGED = 4;

/** Says what differs, and returns it; null where nothing does. @throws {DriftedInput} where that ends the run */
export type Judge = (seen: Seen & { readonly isLast?: boolean }) => string | null;

/** Judge inputs by the shape that is expected. Under `strict` another one ends the run before any of it is used. */
export function judgeInput(
  expected: Shape,
  { strict, say }: { readonly strict: boolean; readonly say: (line: string) => void },
): (input: string, seen: Parameters<Judge>[0]) => string | null {
  return (input, seen) => {
    const drift = judgeShape(expected, seen);
    if (drift === null || seen.isLast === false) return drift;
    if (strict) throw new DriftedInput(`${input}: ${drift}`);
    say(`${input}: ${drift}`);
    return drift;
  };
}

/** Formats whose records name their fields one by one. */
const UNEVEN: readonly FormatName[] = ["ndjson", "json", "logfmt", "keyvalue"];

/**
 * Take from `records` what has to be seen to judge them, and return it: one, where that is as expected. Records of JSON
 * may differ from each other, so some more are looked at before anything is said; rows of a table all have its columns.
 */
export function judgeAhead(
  records: Iterator<unknown, undefined>,
  { judge, format, named }: { readonly judge: Judge; readonly format: FormatName; readonly named: boolean },
): readonly unknown[] {
  const most = UNEVEN.includes(format) ? RECORDS_JUDGED : 1;
  const held: unknown[] = [];
  for (let next = records.next(); !next.done; next = records.next()) {
    held.push(next.value);
    const isLast = held.length === most;
    if (judge({ format, named, records: held, isLast }) === null || isLast) return held;
  }
  if (held.length > 0) judge({ format, named, records: held });
  return held;
}
