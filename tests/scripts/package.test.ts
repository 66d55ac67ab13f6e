import { describe, expect, test } from "vitest";
import { BUDGET, NEEDED, type Package, problems, table } from "../../scripts/package.ts";

const whole: Package = {
  packedBytes: 1000,
  unpackedBytes: 2000,
  files: NEEDED.map((path) => ({ path, bytes: 100 })),
};
const withFile = (path: string): Package => ({ ...whole, files: [...whole.files, { path, bytes: 1 }] });

describe("problems of a package", () => {
  test("are none where everything needed is there", () => {
    expect(problems(whole)).toEqual([]);
  });

  test("name what is missing", () => {
    expect(problems({ ...whole, files: whole.files.slice(1) })).toEqual([`${NEEDED[0]} is missing`]);
  });

  test.each([
    "src/cli/main.ts",
    "tests/a.test.ts",
    "dist/chunks/a.js.map",
    ".env",
    "bin/other",
    "docs/x.png",
  ])("name %s, which does not belong", (path) => {
    expect(problems(withFile(path))).toEqual([`${path} does not belong`]);
  });

  test.each(["dist/chunks/ask-2ATYLPT5.js", "docs/rules/README.md", "directives/select/a.csv"])(
    "let %s pass",
    (path) => {
      expect(problems(withFile(path))).toEqual([]);
    },
  );

  test("name a size that is over its budget", () => {
    expect(problems({ ...whole, packedBytes: BUDGET.packedBytes + 1 })).toEqual([
      `packed bytes: ${(BUDGET.packedBytes + 1).toLocaleString("en")}, at most ${BUDGET.packedBytes.toLocaleString("en")} are allowed`,
    ]);
  });
});

test("the table sums by folder", () => {
  const files = [
    { path: "README.md", bytes: 1000 },
    { path: "docs/a.md", bytes: 500 },
    { path: "docs/b.md", bytes: 600 },
  ];
  expect(table({ ...whole, files }).map((line) => line.split(/\s+/))).toEqual([
    [".", "1", "files", "1.0", "kB"],
    ["docs", "2", "files", "1.1", "kB"],
  ]);
});
