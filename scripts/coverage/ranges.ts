// Which lines of the sources ran, from what V8 counted in a bundle and the bundle's source map.

/** One script as V8's profiler reports it (Profiler.ScriptCoverage). Offsets are in UTF-16 units. */
export interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly {
    readonly ranges: readonly {
      readonly startOffset: number;
      readonly endOffset: number;
      readonly count: number;
    }[];
  }[];
}

/** A place of a bundle that the map knows: its offset there, and the line of the source it was made from. */
export interface Place {
  readonly offset: number;
  readonly source: string;
  /** From 1. */
  readonly line: number;
}

/** The part of a source map that is read here. */
export interface Mapping {
  readonly mappings: string;
  readonly sources: readonly string[];
}

/** The places of a bundle in the order of their offsets. */
export function placesOf(bundle: string, map: Mapping): readonly Place[] {
  const starts = [0];
  for (let at = bundle.indexOf("\n"); at !== -1; at = bundle.indexOf("\n", at + 1)) starts.push(at + 1);
  const places = decoded(map).flatMap(({ row, column, source, line }) => {
    const start = starts[row];
    return start === undefined ? [] : [{ offset: start + column, source, line }];
  });
  return places.sort((a, b) => a.offset - b.offset);
}

interface Segment {
  readonly row: number;
  readonly column: number;
  readonly source: string;
  readonly line: number;
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// Base64 VLQ of the source map format, revision 3: every field is the difference to the one before.
function decoded({ mappings, sources }: Mapping): Segment[] {
  let source = 0;
  let line = 0;
  return mappings.split(";").flatMap((segments, row) => {
    let column = 0;
    return segments.split(",").flatMap((segment) => {
      const [columns, files, lines] = numbers(segment);
      column += columns ?? 0;
      if (files === undefined || lines === undefined) return [];
      source += files;
      line += lines;
      return [{ row, column, source: sources[source] ?? "", line: line + 1 }];
    });
  });
}

function numbers(segment: string): number[] {
  const found: number[] = [];
  let value = 0;
  let shift = 0;
  for (const letter of segment) {
    const digit = BASE64.indexOf(letter);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    found.push(value & 1 ? -(value >> 1) : value >> 1);
    value = shift = 0;
  }
  return found;
}

/** The places that ran: the innermost range around each has a count. */
export function ranPlaces({ functions }: ScriptCoverage, places: readonly Place[]): readonly Place[] {
  const ranges = functions
    .flatMap((one) => one.ranges)
    .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  const around: (typeof ranges)[number][] = [];
  let next = 0;
  return places.filter(({ offset }) => {
    for (; next < ranges.length && ranges[next]!.startOffset <= offset; next++) around.push(ranges[next]!);
    while (around.length > 0 && around.at(-1)!.endOffset <= offset) around.pop();
    return (around.at(-1)?.count ?? 0) > 0;
  });
}
