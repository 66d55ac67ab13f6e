// Everything that a snippet imports from "writ" but `field` and `num`, which are always there. Not loaded before one of
// them is called. A new one is a file, a line here, its declaration in ../helpers.d.ts and its row in terms/helpers.ts.
import { byteSize, formatBytes } from "./bytes.ts";
import { csvRow, parseCsvRow } from "./csv.ts";
import { formatDate, parseDate, startOf } from "./date.ts";
import { distinct } from "./distinct.ts";
import { duration, formatDuration } from "./duration.ts";
import { countBy, groupBy, sumBy } from "./group.ts";
import { inCidr, parseIp } from "./ip.ts";
import { join } from "./join.ts";
import { jsonPath } from "./json-path.ts";
import { quantiles } from "./quantiles.ts";
import { sample, seeded } from "./random.ts";
import { flatten, omit, pick, rename } from "./record.ts";
import { setMemory } from "./scale.ts";
import { desc, sortBy } from "./sort.ts";
import { stats, sum } from "./stats.ts";
import { topK } from "./top.ts";
import { parseUrl } from "./url.ts";
import { chunk, window } from "./window.ts";

export const library = {
  ...{ countBy, groupBy, sumBy, topK, sortBy, desc, distinct, join, window, chunk },
  ...{ stats, sum, quantiles, sample, seeded, pick, omit, rename, flatten },
  ...{ parseDate, formatDate, startOf, duration, formatDuration, byteSize, formatBytes },
  ...{ parseUrl, parseIp, inCidr, csvRow, parseCsvRow, jsonPath },
} satisfies typeof import("writ");

/** The helpers, for a run that may take so much memory. */
export function load(memoryBytes: number | undefined): typeof library {
  setMemory(memoryBytes);
  return library;
}
