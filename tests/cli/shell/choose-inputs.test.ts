import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { findInputs, type InputPlaces } from "../../../src/cli/shell/choose-inputs.ts";
import { addText } from "../../../src/cli/shell/result-store.ts";
import { createResults } from "../../../src/keep/results.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const folder = scratchFolder("inputs");
const spools = join(folder, "spools");
const results = createResults(spools);
const places: InputPlaces = { root: resolve("."), spools, results, piped: null };
const file = (name: string, isPattern = false) => ({ kind: "file", name, isPattern }) as const;
const result = (number: number | null) => ({ kind: "result", number }) as const;

writeFileSync(join(folder, "b.csv"), "b");
writeFileSync(join(folder, "a.csv"), "a");
writeFileSync(join(folder, "[x].csv"), "x");

test.each([
  ["a file", [file(join(folder, "a.csv"))], ["a.csv"]],
  ["files that fit a pattern, sorted", [file(join(folder, "?.csv"), true)], ["a.csv", "b.csv"]],
  ["a file whose name looks like a pattern", [file(join(folder, "[x].csv"), true)], ["[x].csv"]],
])("findInputs finds %s", (_, references, names) => {
  const found = findInputs(references, places);
  expect(found.inputs.map((input) => input.kind === "file" && input.path)).toEqual(
    names.map((name) => join(folder, name)),
  );
});

test("findInputs takes ~/ for the home folder, in patterns too", () => {
  vi.stubEnv("HOME", folder);
  const { inputs } = findInputs([file("~/a.csv"), file("~/?.csv", true)], places);
  expect(inputs.map((input) => input.kind === "file" && input.path)).toEqual(
    ["a.csv", "a.csv", "b.csv"].map((name) => join(folder, name)),
  );
  vi.unstubAllEnvs();
});

test("findInputs finds a sample that ships with writ where there is none here", () => {
  const { root } = places;
  const [input] = findInputs([file("samples/access.log")], { ...places, root }).inputs;
  expect(input).toMatchObject({ kind: "file", path: resolve("samples/access.log") });
});

test.each([
  ["a file that is not there", file("nothing.csv"), "there is no such file"],
  ["a pattern that nothing fits", file(join(folder, "*.none"), true), "no file fits the pattern"],
  ["a result that is not there", result(7), "there is no such result (only the last ones are kept)"],
  ["what was not piped in", { kind: "piped" } as const, "nothing was piped into writ"],
])("findInputs says so for %s", (_, reference, detail) => {
  expect(() => findInputs([reference], places)).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ kind: "input-missing", detail }) }),
  );
});

test("findInputs gives several results names that a child can open, as long as they are needed", () => {
  addText(results, "one", "1\n");
  addText(results, "two", "2\n");
  const found = findInputs([result(1), result(null)], places);
  const paths = found.inputs.map((input) => (input.kind === "file" ? input.path : ""));
  expect(paths.map((path) => execFileSync("cat", [path], { encoding: "utf8" }))).toEqual(["1\n", "2\n"]);
  found.close();
  expect(paths.some((path) => existsSync(path))).toBe(false);
});

test("findInputs reads one result where it lies", () => {
  const [input] = findInputs([result(1)], places).inputs;
  expect(input?.kind === "file" && readFileSync(input.path, "utf8")).toBe("1\n");
});
