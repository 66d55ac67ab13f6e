import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildGuest } from "../../scripts/build-guest.ts";

const folder = mkdtempSync(join(tmpdir(), "guest-"));
beforeAll(() => buildGuest(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const texts = () => readFileSync(join(folder, "guest.txt"), "utf8").split("\0");

describe("the guest library as built", () => {
  test("keeps what only some runs need out of the text that every run compiles", () => {
    const [first = "", ...others] = texts();
    for (const words of [
      "a closing quote for the cell",
      "one JSON value a line",
      "tables and values of TOML",
    ]) {
      expect(first).not.toContain(words);
      expect(others.filter((text) => text.includes(words))).toHaveLength(1);
    }
  });

  test("is made of texts that each compile by themselves, with one byte a character", () => {
    for (const text of texts()) {
      expect(() => new Script(text)).not.toThrow();
      expect(/^[\x01-\x7f]*$/.test(text)).toBe(true);
    }
  });

  test("is strict in every text, so that no stack hands out the global object or its functions", () => {
    const documents = readFileSync(join(folder, "documents.js"), "utf8");
    for (const text of [...texts(), documents]) expect(text).toMatch(/^\(\(?[\w,]*\)?=>\{"use strict";/);
  });

  test("keeps what snippets import apart from what starts them, and short", () => {
    const writ = readFileSync(join(folder, "writ.mjs"), "utf8");
    expect(writ).toMatch(/export\s*\{[^}]*field/);
    expect(writ).not.toMatch(/export[^;]*\bstart\b/);
    expect(writ.length).toBeLessThan(3000);
  });
});
