import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shortenDeclarations } from "../../../src/draft/prompt/shorten-declarations.ts";

const DECLARATIONS = `// biome-ignore-all lint/x: y
// What there is.

/** Every FILE in turn. */
interface Input<Row = InputRecord> extends Readable<Row> {
  file(which: number): InputFile;
}

interface InputFile<Row = InputRecord> extends Readable<Row> {
  readonly name: string;
}

interface Readable<Row> {
  /**
   * Its lines,
   * lazily.
   */
  lines(): IteratorObject<string, undefined, unknown>;
}

declare module "writ" {
  export function num(x: unknown): number;
  export type { Input };
}

/** Goes to stderr. */
declare const console: {
  log(): void;
};

declare function atob(data: string): string;
declare class URL {
  constructor(url: string);
  static parse(url: string): { a: 1 } | null;
}
`;

test("shortenDeclarations gives one input, and only names what a model knows from elsewhere", () => {
  expect(shortenDeclarations(DECLARATIONS)).toBe(`/** Lazy; can be read once, in one way. */
interface Input<Row = InputRecord> {
  /** Its lines, lazily. */
  lines(): IteratorObject<string>;
}

declare module "writ" {
  export function num(x: unknown): number;
}

// And, as everywhere: atob, URL.`);
});

test("shortenDeclarations keeps what is writ's own in the real declarations", () => {
  const real = readFileSync(new URL("../../../src/guest/snippet.d.ts", import.meta.url), "utf8");
  const short = shortenDeclarations(real);
  for (const own of ["interface Input", "records<", "lines()", 'declare module "writ"', "function num("]) {
    expect(short).toContain(own);
  }
  expect(short).toContain("structuredClone, atob, btoa, TextEncoder, TextDecoder, URL, URLSearchParams");
  expect(short).not.toMatch(/declare class|declare const|Readable|InputFile|\/\*\* \*|undefined, unknown/);
});
