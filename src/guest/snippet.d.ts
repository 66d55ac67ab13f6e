// biome-ignore-all lint/suspicious/noExplicitAny: what a field holds, the data decides
// What a snippet can see, beside standard ECMAScript.

/** The input: every FILE in turn, or stdin. Reading is lazy; an input can be read once, in one way. */
interface Input<Row = InputRecord> extends Readable<Row> {
  /** The inputs one by one, each of its own format. */
  readonly files: readonly InputFile<Record<string, any>>[];
  /** One of them, by its place from 0 or its name ("users", "users.csv"); ends the run where there is none such. */
  file(which: number | string): InputFile<Record<string, any>>;
}

interface InputFile<Row = InputRecord> extends Readable<Row> {
  readonly name: string;
}

interface Readable<Row> {
  /** Lines without their terminator, as an iterator with `map`, `filter`, `take`, … */
  lines(): IteratorObject<string, undefined, unknown>;
  /**
   * Records, each of the sample's type: of CSV, TSV, key=value pairs, logfmt and printed tables all values are strings; of
   * JSON the elements of the array; { line } of plain text. An integer beyond 2^53 is a bigint.
   */
  records<R = Row>(): IteratorObject<R, undefined, unknown>;
  /**
   * Where an option names fields. `fields`: records have only these, in this order, which is faster. `require`: those that
   * no record had are an error at the end.
   */
  records<R = Row>(asked: {
    fields?: readonly string[];
    require?: readonly string[];
  }): IteratorObject<R, undefined, unknown>;
  /** All of it as one string. */
  text(): string;
  /** Raw bytes in chunks. */
  bytes(): IteratorObject<Uint8Array, undefined, unknown>;
  /** All of it as one JSON document. */
  json<T = any>(): T;
}

/** A record as it comes: its fields have whatever type the data has. */
type InputRecord = Record<string, any>;

/** The third parameter: what the run was granted. Paths and names written out, so that they can be seen. */
interface Levers {
  /** Another file, as an input. */
  read(path: string): Input<Record<string, any>>;
  /** The first call replaces a file, later ones add to it. Text and bytes as they are, rows as NDJSON. */
  write(path: string, data: unknown): void;
  env(name: string): string | undefined;
  /** Milliseconds since 1970. */
  now(): number;
  random(): number;
}

declare module "writ" {
  /**
   * The n-th field of a line, counted from 1, between spaces and tabs; "" where there are fewer. Faster than `split`.
   */
  export function field(line: string, n: number): string;
  /** The number that a text or value is; `otherwise` where it is none: the run tells how many there were. */
  export function num<T>(value: unknown, or: { otherwise: T }): number | T;
  /** The same, but it throws where it is none: also for "" and null. */
  export function num(value: unknown): number;
  export type { Input, InputFile, Levers };
}

/** Goes to stderr; results are what the function returns or yields. */
declare const console: Record<
  "log" | "info" | "debug" | "warn" | "error" | "dir",
  (...values: unknown[]) => void
> & {
  table(rows: unknown): void;
  assert(condition: unknown, ...values: unknown[]): void;
};

declare function structuredClone<T>(value: T): T;
declare function atob(data: string): string;
declare function btoa(data: string): string;

declare class TextEncoder {
  encode(text?: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array | ArrayBuffer, options?: { stream?: boolean }): string;
}

declare class URL {
  constructor(url: string, base?: string | URL);
  static canParse(url: string, base?: string): boolean;
  static parse(url: string, base?: string): URL | null;
  href: string;
  protocol: string;
  username: string;
  password: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  hash: string;
  readonly origin: string;
  readonly searchParams: URLSearchParams;
}
declare class URLSearchParams {
  constructor(init?: string | Record<string, string> | Iterable<[string, string]>);
  readonly size: number;
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  set(name: string, value: string): void;
  sort(): void;
  keys(): IteratorObject<string>;
  values(): IteratorObject<string>;
  entries(): IteratorObject<[string, string]>;
  [Symbol.iterator](): IteratorObject<[string, string]>;
}
