import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfigText } from "../../../src/cli/settings/config-text.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "writ-config-"));
  file = join(folder, "config.toml");
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const isRoot = process.getuid?.() === 0;
const unreadable = (why: string) =>
  expect.objectContaining({
    failure: { kind: "configuration", file: expect.any(String), problem: `it cannot be read: ${why}` },
  });

test("a configuration is its text", () => {
  writeFileSync(file, "[model]\n");
  expect(readConfigText(folder)).toBe("[model]\n");
});

test("a file or a folder that is not there is no configuration", () => {
  expect(readConfigText(folder)).toBe(null);
  expect(readConfigText(join(folder, "absent"))).toBe(null);
});

test("a folder in its place is not taken for no configuration", () => {
  mkdirSync(file);
  expect(() => readConfigText(folder)).toThrow(unreadable("it is a folder"));
});

test("a file in its folder's place is not taken for no configuration", () => {
  writeFileSync(file, "");
  expect(() => readConfigText(file)).toThrow(unreadable("a part of its path is not a folder"));
});

test("a symbolic link that leads nowhere is not taken for no configuration", () => {
  symlinkSync("absent", file);
  expect(() => readConfigText(folder)).toThrow(unreadable("it is a symbolic link that leads nowhere"));
});

test("symbolic links in a circle are not taken for no configuration", () => {
  symlinkSync("config.toml", file);
  expect(() => readConfigText(folder)).toThrow(unreadable("its symbolic links go in a circle"));
});

test.skipIf(isRoot)("a file that may not be read is not taken for no configuration", () => {
  writeFileSync(file, "", { mode: 0 });
  expect(() => readConfigText(folder)).toThrow(unreadable("permission denied"));
});

test.skipIf(isRoot)("a folder that may not be searched is not taken for no configuration", () => {
  writeFileSync(file, "");
  chmodSync(folder, 0);
  expect(() => readConfigText(folder)).toThrow(unreadable("permission denied"));
});
