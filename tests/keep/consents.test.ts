import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hasConsent, storeConsent } from "../../src/keep/consents.ts";
import { readLast, storeLast, terminalKey } from "../../src/keep/last-approved.ts";

let state = "";
beforeEach(() => {
  state = join(mkdtempSync(join(tmpdir(), "writ-state-")), "writ");
});
afterEach(() => rmSync(join(state, ".."), { recursive: true }));

describe("hasConsent", () => {
  test("is for the one host that was agreed to", () => {
    storeConsent(state, "api.example.com");
    expect([hasConsent(state, "api.example.com"), hasConsent(state, "example.com")]).toEqual([true, false]);
  });

  test.each(["{", '{"v":2,"hosts":["h"]}', '{"v":1,"hosts":"h"}', "null"])(
    "is no where the file holds %j",
    (text) => {
      storeConsent(state, "h");
      writeFileSync(join(state, "consents.json"), text);
      expect(hasConsent(state, "h")).toBe(false);
    },
  );
});

describe("readLast", () => {
  test("is null for a terminal where nothing was approved, or a file that is torn", () => {
    expect(readLast(state, "1-2")).toBeNull();
    storeLast(state, "1-2", { v: 1, draft: { code: "x" } } as never);
    expect(readLast(state, "1-2")).toMatchObject({ draft: { code: "x" } });
    expect(readLast(state, "1-3")).toBeNull();
    writeFileSync(join(state, "last", "1-2.json"), "{");
    expect(readLast(state, "1-2")).toBeNull();
  });

  test("has a key that is one file name", () => {
    expect(terminalKey()).toMatch(/^[\w-]+$/);
  });
});
