import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shortenDeclarations } from "../../../src/draft/prompt/shorten-declarations.ts";

const DECLARATIONS = `// biome-ignore-all lint/x: y
// What there is.

interface Input {
  lines(): number;
}

declare module "writ" {
  export function num(x: unknown): number;
}

declare function atob(data: string): string;
declare class URL {
  constructor(url: string);
  static parse(url: string): { a: 1 } | null;
}
`;

test("shortenDeclarations only names what a model knows from elsewhere", () => {
  expect(shortenDeclarations(DECLARATIONS)).toBe(`// What there is.

interface Input {
  lines(): number;
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
  expect(short).not.toContain("declare class");
});
