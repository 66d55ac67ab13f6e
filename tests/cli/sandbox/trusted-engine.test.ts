import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { requireKnown } from "../../../src/cli/sandbox/trusted-engine.ts";
import type { WritError } from "../../../src/terms/failure.ts";

let folder = "";
const at = () => ({ stored: join(folder, "state", "engine.json"), built: join(folder, "dist.json") });
const engine = () => join(folder, "package", "deno");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "writ-engine-"));
  mkdirSync(join(folder, "package"));
  install("one", "1.0.0");
});
afterEach(() => rmSync(folder, { recursive: true }));

function install(content: string, version: string): void {
  rmSync(engine(), { force: true });
  writeFileSync(engine(), content);
  writeFileSync(join(folder, "package", "package.json"), JSON.stringify({ version }));
}

const failureOf = () => {
  try {
    return requireKnown(engine(), at());
  } catch (error) {
    return (error as WritError).failure;
  }
};

describe("requireKnown", () => {
  test("hashes an engine at its first use, and not while nothing about the file differs", () => {
    expect(requireKnown(engine(), at())).toBe("hashed");
    expect(requireKnown(engine(), at())).toBe("as recorded");
  });

  test("hashes again where the file is another, and takes the same content", () => {
    requireKnown(engine(), at());
    install("one", "1.0.0");
    expect(requireKnown(engine(), at())).toBe("hashed");
  });

  test("refuses other content under the same version, and goes on refusing it", () => {
    requireKnown(engine(), at());
    install("two", "1.0.0");
    expect(failureOf()).toMatchObject({ kind: "engine-changed", path: engine() });
    expect(failureOf()).toMatchObject({ kind: "engine-changed", path: engine() });
  });

  test("refuses content of the same size with its old times put back", () => {
    utimesSync(engine(), 1000, 1000);
    requireKnown(engine(), at());
    writeFileSync(engine(), "two");
    utimesSync(engine(), 1000, 1000);
    expect(failureOf()).toMatchObject({ kind: "engine-changed" });
  });

  test("takes another version for what it is", () => {
    requireKnown(engine(), at());
    install("two", "1.0.1");
    expect(requireKnown(engine(), at())).toBe("hashed");
  });

  test("goes by what the build recorded before what it saw first", () => {
    requireKnown(engine(), at());
    const built = JSON.parse(readFileSync(at().stored, "utf8"));
    writeFileSync(at().built, JSON.stringify({ ...built, identity: [], sha256: "0".repeat(64) }));
    install("one", "1.0.0");
    expect(failureOf()).toMatchObject({ kind: "engine-changed", recorded: "0".repeat(64) });
  });

  test("refuses another version than the build recorded for this platform, and takes that of another platform", () => {
    requireKnown(engine(), at());
    const seen = JSON.parse(readFileSync(at().stored, "utf8"));
    install("two", "1.0.1");
    writeFileSync(at().built, JSON.stringify({ ...seen, version: "aix-ppc 1.0.0" }));
    expect(requireKnown(engine(), at())).toBe("hashed");
    rmSync(at().stored);
    writeFileSync(at().built, JSON.stringify(seen));
    expect(failureOf()).toMatchObject({ kind: "engine-changed", recorded: seen.sha256 });
  });

  test.each([["nothing"], ["{"], ['{"identity":1}']])("hashes again where the record is %s", (text) => {
    requireKnown(engine(), at());
    if (text === "nothing") rmSync(at().stored);
    else writeFileSync(at().stored, text);
    expect(requireKnown(engine(), at())).toBe("hashed");
  });
});
