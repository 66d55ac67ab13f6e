import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Input } from "../../../src/cli/input/named-input.ts";
import { repeatableInputs } from "../../../src/cli/input/repeatable-inputs.ts";
import { openSpool } from "../../../src/keep/spool.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "repeatable-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stream = (said: string): Input => ({
  kind: "stream",
  name: "stdin",
  open: () => Readable.from([Buffer.from(said)]),
});

function fileInput(said: string): Extract<Input, { kind: "file" }> {
  const path = join(folder, "in.txt");
  writeFileSync(path, said);
  return { kind: "file", name: "in.txt", path, bytes: said.length };
}

test("a stream can be read twice, and leaves nothing in the folder", async () => {
  const { inputs, lost } = repeatableInputs([stream("abc")], () => openSpool(join(folder, "spools")));
  const [input] = inputs as [Extract<Input, { kind: "stream" }>];
  expect(await text(input.open())).toBe("abc");
  expect(await text(input.open())).toBe("abc");
  expect(lost()).toBeNull();
  expect(readdirSync(join(folder, "spools"))).toEqual([]);
});

test("a file is lost once it has changed, and not before", () => {
  const input = fileInput("abc");
  const { inputs, lost } = repeatableInputs([input], () => openSpool(folder));
  expect(inputs).toEqual([input]);
  expect(lost()).toBeNull();
  writeFileSync(input.path, "other bytes");
  expect(lost()).toBe("in.txt has changed meanwhile");
});

test("where nothing can be put aside the run goes on, and only the repair is lost", async () => {
  const blocked = fileInput("no folder").path;
  const { inputs, lost } = repeatableInputs([stream("abc")], () => openSpool(join(blocked, "spools")));
  const [input] = inputs as [Extract<Input, { kind: "stream" }>];
  expect(await text(input.open())).toBe("abc");
  expect(lost()).toContain("the input could not be put aside: cannot use");
});
