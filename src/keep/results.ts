import { openSpool, type Spool } from "./spool.ts";

/** What a result is made of: one JSON record a line, lines of text, or bytes as they came. */
export type ResultForm = "records" | "lines" | "bytes";

/** The result of one run, put aside so that later lines can name it. */
export interface KeptResult {
  /** Counted from 1 in the order of the runs: `_3` is the third. */
  readonly number: number;
  /** What it is the result of. */
  readonly title: string;
  readonly form: ResultForm;
  readonly rows: number;
  readonly spool: Spool;
}

/** The results of one shell. Only the last ones stay; each holds a spool. */
export interface Results {
  open(): Spool;
  /** Keep what was spooled as the next result. */
  add(result: Omit<KeptResult, "number">): KeptResult;
  /** The one with this number, or the last; null where there is none any more or there never was. */
  get(number: number | null): KeptResult | null;
  close(): void;
}

/** Results kept at once. */
export const RESULTS_MOST = 20;

export function createResults(folder: string): Results {
  let kept: readonly KeptResult[] = [];
  let count = 0;
  return {
    open: () => openSpool(folder),
    add(result) {
      const added = { ...result, number: ++count };
      const all = [...kept, added];
      for (const old of all.slice(0, -RESULTS_MOST)) old.spool.close();
      kept = all.slice(-RESULTS_MOST);
      return added;
    },
    get: (number) => (number === null ? kept.at(-1) : kept.find((one) => one.number === number)) ?? null,
    close() {
      for (const { spool } of kept) spool.close();
      kept = [];
    },
  };
}
