import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { OracleCase } from "../../scripts/oracles/case.ts";
import { readDataFiles } from "../../scripts/oracles/data-files.ts";
import { EXPLAINED } from "../../scripts/oracles/explained.ts";
import { judgeSet } from "../../scripts/oracles/judge.ts";
import { readMiller } from "../../scripts/oracles/miller-flags.ts";
import { jqManual, millerDocs } from "../../scripts/oracles/sets.ts";

const corpora = process.env.WRIT_CORPORA ?? "";

function judged(changes: Partial<OracleCase>, table = EXPLAINED.slice(0, 0)) {
  const one: OracleCase = {
    id: "one",
    inputs: [{ name: "in.csv", text: "a,b\n1.50,x\n" }],
    from: "csv",
    header: true,
    output: "ndjson",
    writesHeader: true,
    expected: '{"a": 1.5, "b": "x"}\n',
    ...changes,
  };
  return judgeSet({ name: "set", cases: [one], notOurs: [] }, table);
}

describe("judgeSet", () => {
  test("numbers count by their value, and where JSON is broken into lines does not", () => {
    expect(judged({ expected: '[{\n"a": 1.500,\n"b": "x"\n}]' })).toMatchObject({ same: 1 });
  });

  test.each([
    ["another value", '{"a": 1.5, "b": "y"}'],
    ["a record more", '{"a": 1.5, "b": "x"}\n{"a": 2, "b": "x"}'],
    ["another order of fields", '{"b": "x", "a": 1.5}'],
    ["no error", "mlr: data does not contain ..."],
  ])("%s is wrong", (_, expected) => {
    expect(judged({ expected }).wrong).toHaveLength(1);
  });

  test("quotes that are not needed are wrong in CSV", () => {
    expect(judged({ output: "csv", expected: 'a,b\n1.5,"x"\n' }).wrong).toHaveLength(1);
    expect(judged({ output: "csv", expected: "a,b\n1.5,x\n" }).same).toBe(1);
  });

  test("a difference is explained only where it is the one that was explained", () => {
    const table = (what: RegExp) => [{ id: /one/, what, why: "because" }];
    const expected = '{"a": 1.5, "b": "y"}';
    expect(judged({ expected }, table(/"y"/))).toMatchObject({ explained: [{ why: "because" }], wrong: [] });
    expect(judged({ expected }, table(/"z"/)).wrong).toHaveLength(1);
  });
});

test.each([
  ["mlr --icsv --ojson cat a.csv b.csv", { from: "csv", output: "json", files: ["a.csv", "b.csv"] }],
  ["mlr --c2p --from a.csv head -n 3", { from: "csv", output: "table", take: 3, files: ["a.csv"] }],
  ["mlr --csv --hi tac a.csv", { header: false, take: "reversed" }],
  ["mlr --icsv --oxtab cat a.csv", "no writer of xtab"],
  ["mlr --icsv --ojson sort -f a a.csv", "the verb sort"],
  ["mlr --icsv --ojson cat a.csv | head", "more than one command"],
  ["mlr --icsv --ojson cat -n a.csv", "options of cat"],
])("the command %s is read as what it converts", (command, expected) => {
  const read = readMiller(command);
  if (typeof expected === "string") expect(read).toBe(expected);
  else expect(read).toMatchObject(expected);
});

describe.skipIf(corpora === "" || !existsSync(corpora))("recorded answers (WRIT_CORPORA)", () => {
  test.each([
    ["jq's manual", jqManual],
    ["Miller's documentation", millerDocs],
  ])("our readers and writers give those of %s, but for what is explained", (_, make) => {
    const set = make(corpora);
    expect(set.cases.length).toBeGreaterThan(40);
    expect(judgeSet(set, EXPLAINED).wrong).toEqual([]);
  });

  test("data files are what their publishers say", () => {
    const files = readDataFiles(corpora);
    expect(files.length).toBeGreaterThan(9);
    expect(files.filter(({ wrong }) => wrong !== null)).toEqual([]);
  });
});
