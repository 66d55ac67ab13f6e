import type { Reading } from "./format.ts";
import { MalformedInput } from "./malformed-input.ts";

/** What is done with rows that have more or fewer cells than there are names. */
export interface RaggedRows {
  /** The record of such a row; null where it is skipped. */
  take(names: readonly string[], cells: readonly string[], line: number): Record<string, string> | null;
  /** Say how many were skipped, and where the first was. */
  end(): void;
}

/**
 * `error`: malformed. `fill`: missing cells are empty, and those beyond the names are called by their place,
 * `c4`, `c5`, …. `skip`: left out, counted, and said at the end.
 */
export function createRaggedRows({ input, ragged = "error", say }: Reading): RaggedRows {
  let skipped = 0;
  let first = "";
  return {
    take(names, cells, line) {
      if (ragged === "fill") return fill(names, cells);
      const expected = `${plural(names.length, "cell")} as in the first row`;
      const found = plural(cells.length, "cell");
      if (ragged === "error") {
        const help = "(read on with --ragged fill or --ragged skip)";
        throw new MalformedInput({ input, line, expected, found: `${found} ${help}` });
      }
      if (skipped++ === 0) first = `line ${line} has ${found} instead of ${names.length}`;
      return null;
    },
    end() {
      if (skipped > 0) say?.(`${input}: ${plural(skipped, "ragged row")} skipped; the first: ${first}`);
    },
  };
}

function fill(names: readonly string[], cells: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  const count = Math.max(names.length, cells.length);
  for (let i = 0; i < count; i++) record[names[i] ?? `c${i + 1}`] = cells[i] ?? "";
  return record;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
