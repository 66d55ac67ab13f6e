import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findEngine } from "../../src/run/engine.ts";

let folder = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "writ-engine-")));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(path: string): string {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), "");
  return join(folder, path);
}

const found = (module: string) => findEngine({ platform: "linux", arch: "x64", module });
const ENGINE = "@deno/linux-x64-glibc/deno";

describe("findEngine", () => {
  test.each([
    ["writ's own", "writ/node_modules", "writ"],
    ["those that hold writ", "app/node_modules", "app/node_modules/writ"],
    ["those that hold what depends on writ", "app/node_modules", "app/node_modules/x/node_modules/writ"],
  ])("takes the engine from the packages of %s", (_, packages, writ) => {
    const engine = file(`${packages}/${ENGINE}`);
    file(`${writ}/package.json`);
    expect(found(file(`${writ}/dist/chunks/a.js`))).toBe(engine);
  });

  test("takes none from packages that lie above writ and do not hold it", () => {
    file(`node_modules/${ENGINE}`);
    file("writ/package.json");
    expect(() => found(file("writ/dist/chunks/a.js"))).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ kind: "engine-missing" }) }),
    );
  });

  test("says that there is none for a platform without one", () => {
    expect(() => findEngine({ platform: "aix", arch: "ppc", module: folder })).toThrow(
      expect.objectContaining({
        failure: { kind: "engine-missing", detail: "there is none for aix on ppc" },
      }),
    );
  });
});
