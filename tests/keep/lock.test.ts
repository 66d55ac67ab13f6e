import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hasConsent, readConsents, removeConsent, storeConsent } from "../../src/keep/consents.ts";
import { withLock } from "../../src/keep/lock.ts";

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "writ-lock-"));
  path = join(folder, "file");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process of its own that adds one to the number in the file, `times` times, under the lock. */
function adder(times: number): Promise<number | null> {
  const lock = JSON.stringify(resolve("src/keep/lock.ts"));
  const code = `
    import { readFileSync, writeFileSync } from "node:fs";
    const { withLock } = await import(${lock});
    const path = ${JSON.stringify(path)};
    for (let i = 0; i < ${times}; i++) {
      withLock(path, () => writeFileSync(path, String(Number(readFileSync(path, "utf8")) + 1)));
    }`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: "inherit" });
  return new Promise((done) => child.on("close", done));
}

describe("withLock", () => {
  test("loses no change of several processes", async () => {
    writeFileSync(path, "0");
    expect(await Promise.all([adder(50), adder(50), adder(50)])).toEqual([0, 0, 0]);
    expect(readFileSync(path, "utf8")).toBe("150");
  });

  test("takes over the lock of a process that does not live any more", () => {
    const ended = execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }).trim();
    writeFileSync(`${path}.lock`, `${ended} 1`);
    expect(withLock(path, () => "done")).toBe("done");
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test.skipIf(process.platform !== "linux")("takes over where the number belongs to a later process", () => {
    writeFileSync(`${path}.lock`, `${process.pid} 1`);
    expect(withLock(path, () => "done")).toBe("done");
  });

  test("gives the lock back where the change throws", () => {
    expect(() =>
      withLock(path, () => {
        throw new Error("x");
      }),
    ).toThrow("x");
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});

describe("storeConsent", () => {
  test.each([
    ["a newer version", '{"v":2,"hosts":[]}', /newer writ \(version 2\)/],
    ["a torn file", '{"v":1,"ho', /cannot be read as consents/],
  ])("leaves %s as it is, and says so", (_name, text, detail) => {
    writeFileSync(join(folder, "consents.json"), text);
    expect(() => storeConsent(folder, "https://h")).toThrow(
      expect.objectContaining({
        failure: {
          kind: "state-unusable",
          path: join(folder, "consents.json"),
          detail: expect.stringMatching(detail),
        },
      }),
    );
    expect(readFileSync(join(folder, "consents.json"), "utf8")).toBe(text);
    expect(hasConsent(folder, "https://h")).toBe(false);
  });
});

describe("removeConsent", () => {
  test("takes back the one, and says whether it was there", () => {
    storeConsent(folder, "https://a");
    storeConsent(folder, "https://b");
    expect([removeConsent(folder, "https://a"), removeConsent(folder, "https://a")]).toEqual([true, false]);
    expect(readConsents(folder)).toEqual(["https://b"]);
  });
});
