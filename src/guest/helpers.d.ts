// biome-ignore-all lint/suspicious/noExplicitAny: what a field holds, the data decides

// What else "writ" exports: one block for each idea, apart by an empty line. A prompt shows the blocks that a directive needs.

declare module "writ" {
  /** A field's name, or a function of the item. A function that makes a key gives a text, number or boolean. */
  type By<T, K = any> = (keyof T & string) | ((item: T) => K);

  /** How many items have each key. O(n), memory for the keys: `countBy(input.records(), "status")`. */
  export function countBy<T, K = any>(items: Iterable<T>, by: By<T, K>): Map<K, number>;
  /** The sum of a value for each key; texts are read as by `num`. O(n), memory for the keys. */
  export function sumBy<T, K = any>(items: Iterable<T>, by: By<T, K>, value: By<T>): Map<K, number>;
  /** All items of each key. O(n), memory for all items: count or sum instead where that is enough. */
  export function groupBy<T, K = any>(items: Iterable<T>, by: By<T, K>): Map<K, T[]>;

  /**
   * The k items with the greatest value, best first; of equals those that came first. O(n log k), memory for k items:
   * `topK(countBy(rows, "ip"), 10, ([, count]) => count)`. Texts compare as texts: `(row) => num(row.size)`.
   */
  export function topK<T>(items: Iterable<T>, k: number, by?: By<T>, order?: "greatest" | "least"): T[];

  /**
   * Items by one key after the other, each upwards or `desc(key)`; items without a value last. O(n log n), memory for
   * all items: past the run's memory it ends and names `| sort`. Texts compare as texts: `(row) => num(row.size)`.
   */
  export function sortBy<T>(items: Iterable<T>, ...keys: readonly (By<T> | Descending<T>)[]): T[];
  export function desc<T>(by: By<T>): Descending<T>;
  interface Descending<T> {
    readonly descending: By<T>;
  }

  /** The first item of each key, as they come; without `by` equal items are one. O(n), memory for the keys. */
  export function distinct<T>(items: Iterable<T>, by?: By<T>): IteratorObject<T, undefined, unknown>;

  /**
   * Pairs `[left, right]` with the same key (a field of both, or `[ofLeft, ofRight]`), in the order of `left`, which
   * streams; `right` is held in memory. O(n + m): `join(input.file(0).records(), input.file(1).records(), "id")`.
   */
  export function join<L, R>(
    left: Iterable<L>,
    right: Iterable<R>,
    by: JoinKey<L, R>,
    kind?: "inner",
  ): IteratorObject<readonly [L, R], undefined, unknown>;
  /** `left`: every left item, `right` undefined where nothing matches; `without`: only those. */
  export function join<L, R>(
    left: Iterable<L>,
    right: Iterable<R>,
    by: JoinKey<L, R>,
    kind: "left" | "without",
  ): IteratorObject<readonly [L, R | undefined], undefined, unknown>;
  /** `full`: besides, the right items that nothing matched, at the end. */
  export function join<L, R>(
    left: Iterable<L>,
    right: Iterable<R>,
    by: JoinKey<L, R>,
    kind: "full",
  ): IteratorObject<readonly [L | undefined, R | undefined], undefined, unknown>;
  type JoinKey<L, R> = (keyof L & keyof R & string) | readonly [By<L>, By<R>];

  /** Every run of `size` neighbours, as they come: `[1, 2]`, `[2, 3]`, …. Memory for `size` items. */
  export function window<T>(items: Iterable<T>, size: number): IteratorObject<T[], undefined, unknown>;
  /** Items in arrays of `size`, the last with what is left. Memory for `size` items. */
  export function chunk<T>(items: Iterable<T>, size: number): IteratorObject<T[], undefined, unknown>;

  /** Statistics of numbers (or texts that `num` reads), at once or with `add`. Constant memory; NaN of nothing. */
  export function stats(values?: Iterable<unknown>): Stats;
  interface Stats {
    add(value: unknown): Stats;
    readonly count: number;
    readonly sum: number;
    readonly mean: number;
    /** Of a sample: divided by count - 1. `deviation` is its root. */
    readonly variance: number;
    readonly deviation: number;
    readonly min: number;
    readonly max: number;
  }
  /** The sum of numbers (or texts that `num` reads); its error does not grow with their count. */
  export function sum(values: Iterable<unknown>): number;

  /**
   * Quantiles by nearest rank, at once or with `add`: `quantiles(times).at(0.95)`. Exact up to 1,000 values; of more,
   * within `error` (0.01: 1 %) of the true value, in a few thousand numbers of memory.
   */
  export function quantiles(values?: Iterable<unknown>, options?: { error?: number }): Quantiles;
  interface Quantiles {
    add(value: unknown): Quantiles;
    readonly count: number;
    at(q: number): number;
  }

  /** `k` items taken at random, each equally likely, in their order; the same for the same seed. Memory for k items. */
  export function sample<T>(items: Iterable<T>, k: number, seed?: number): T[];
  /** A function that gives numbers from 0 up to 1, the same for the same seed. */
  export function seeded(seed: number): () => number;

  /** A record with these fields only, in this order. */
  export function pick(record: object, ...names: string[]): Record<string, any>;
  /** A record without these fields. */
  export function omit(record: object, ...names: string[]): Record<string, any>;
  /** A record with fields called otherwise: `rename(row, { old: "new" })`. */
  export function rename(record: object, names: Record<string, string>): Record<string, any>;
  /** One level of fields: `{ a: { b: 1 } }` is `{ "a.b": 1 }`. */
  export function flatten(record: object, separator?: string): Record<string, any>;

  /**
   * The moment that a text names; throws where it is none. `format`: "iso" (if left out), "unix", "unix-ms", "clf"
   * (access logs), "http", "syslog", or a pattern of YYYY YY MMMM MMM MM M DDDD (Monday) DDD (Mon) DD D HH H hh h mm ss SSS A
   * Z, other letters in quotes: "D 'de' MMMM". A text without an offset is UTC, or in `zone` ("Europe/Berlin"); one without a year needs `year`.
   */
  export function parseDate(
    text: string | number,
    format?: string,
    otherwise?: { zone?: string; year?: number },
  ): Date;
  /** By the same patterns, in UTC or a zone: `formatDate(date, "YYYY-MM-DD HH:mm")`. */
  export function formatDate(date: Date | number, pattern?: string, zone?: string): string;
  /** Where its hour, day, … began, in UTC; weeks begin on Monday. */
  export function startOf(
    date: Date | number,
    unit: "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year",
  ): Date;

  /** Milliseconds of "1h30m", "250ms", "2 days", "01:02:03.5", "PT1H"; throws where there is no unit. */
  export function duration(text: string): number;
  /** Milliseconds as "1h 30m", "2.5s", "250ms". */
  export function formatDuration(ms: number): string;

  /** Bytes of "1.5 GiB", "10K" (powers of 1,024) or "20kB" (of 1,000); throws where it is no size. */
  export function byteSize(text: string): number;
  /** Bytes as "1.5 GiB". */
  export function formatBytes(bytes: number): string;

  /** The parts of a URL, or of a path with a query as in access logs; null where it is neither. */
  export function parseUrl(text: string): UrlParts | null;
  interface UrlParts {
    readonly protocol: string;
    readonly host: string;
    readonly port: string;
    readonly path: string;
    /** Decoded; the first value of each name. */
    readonly query: Record<string, string>;
    readonly hash: string;
  }

  /** An IP address, `text` in its usual spelling; null where it is none. */
  export function parseIp(text: string): { version: 4 | 6; value: bigint; text: string } | null;
  /** Whether an address is in a network ("10.0.0.0/8", "2001:db8::/32") or one of several. */
  export function inCidr(address: string, cidr: string | readonly string[]): boolean;

  /** Values as one line of CSV, quoted where they must be. */
  export function csvRow(values: Iterable<unknown>, separator?: string): string;
  /** The cells of one row of CSV. */
  export function parseCsvRow(text: string, separator?: string): string[];

  /** All values at a path of a document (RFC 9535 without filters): `$.users[*].name`, `..id`, `[-1]`, `[0:3]`. */
  export function jsonPath(value: unknown, path: string): any[];
}
