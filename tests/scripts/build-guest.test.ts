import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildGuest } from "../../scripts/build-guest.ts";

const folder = mkdtempSync(join(tmpdir(), "guest-"));
beforeAll(() => buildGuest(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the guest library as built", () => {
  test("leaves the engine next to nothing to parse outside its text", () => {
    const module = readFileSync(join(folder, "guest.mjs"), "utf8");
    const outside = module.replace(/"(?:[^"\\]|\\.){1000,}"/, '""');
    expect(outside.length).toBeLessThan(300);
    expect(outside).toContain("evalContext");
  });

  test("keeps what snippets import apart from what starts them", () => {
    const writ = readFileSync(join(folder, "writ.mjs"), "utf8");
    expect(writ).toMatch(/export\s*\{[^}]*field/);
    expect(writ).not.toMatch(/export[^;]*\bstart\b/);
  });

  test("keeps the helpers that are compiled when they are called in a text too", () => {
    const writ = readFileSync(join(folder, "writ.mjs"), "utf8");
    expect(writ.replace(/"(?:[^"\\]|\\.){1000,}"/, '""').length).toBeLessThan(3000);
  });
});
