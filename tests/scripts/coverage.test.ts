import { transform } from "esbuild";
import { describe, expect, test } from "vitest";
import { placesOf, ranPlaces, type ScriptCoverage } from "../../scripts/coverage/ranges.ts";
import { foldersOf, rowsOf } from "../../scripts/coverage/table.ts";

const SOURCE = `export function used(): number {
  return 1;
}
export function unused(): number {
  return 2;
}
`;

async function bundled() {
  const { code, map } = await transform(SOURCE, {
    loader: "ts",
    sourcemap: true,
    sourcefile: "a.ts",
    minify: true,
  });
  return { code, places: placesOf(code, JSON.parse(map)) };
}

test("the places of a bundle stand on the lines of its source", async () => {
  const { code, places } = await bundled();
  const lines = (word: string) =>
    places.filter(({ offset }) => code.startsWith(word, offset)).map(({ line }) => line);
  expect([lines("return 1"), lines("return 2")]).toEqual([[2], [5]]);
  expect(new Set(places.map(({ source }) => source))).toEqual(new Set(["a.ts"]));
});

describe("ranPlaces", () => {
  test("are those whose innermost range was counted", async () => {
    const { code, places } = await bundled();
    const body = code.indexOf("{return 2");
    const script: ScriptCoverage = {
      url: "file:///a.js",
      functions: [
        { ranges: [{ startOffset: 0, endOffset: code.length, count: 1 }] },
        { ranges: [{ startOffset: body, endOffset: code.indexOf("}", body) + 1, count: 0 }] },
      ],
    };
    const ran = new Set(ranPlaces(script, places).map(({ line }) => line));
    expect([ran.has(2), ran.has(5)]).toEqual([true, false]);
  });

  test("are none where nothing was counted", async () => {
    const { places } = await bundled();
    expect(ranPlaces({ url: "", functions: [] }, places)).toEqual([]);
  });
});

test("the table sums by folder, and a line that ran in both counts once", () => {
  const line = (inside: boolean, started: boolean) => ({ inside, started });
  const folders = foldersOf([
    { file: "src/run/a.ts", lines: [line(true, true), line(false, true)] },
    { file: "src/cli/b.ts", lines: [line(true, false), line(false, false)] },
  ]);
  expect(rowsOf(folders).map((row) => row.split(/ {2,}/))).toEqual([
    ["folder", "files", "lines", "in tests", "in programs", "together"],
    ["src/cli", "1", "2", "50.0 %", "0.0 %", "50.0 %"],
    ["src/run", "1", "2", "50.0 %", "100.0 %", "100.0 %"],
    ["all", "2", "4", "50.0 %", "50.0 %", "75.0 %"],
  ]);
});
