import { expect, test } from "vitest";
import { judgeResult } from "../../../scripts/eval/judge-result.ts";

const RESULTS = { kind: "results", values: [1, "b", [2, null]], given: 1 } as const;
const ALL_RIGHT = '{"result":1}\n{"result":"b"}\n{"result":[2,null]}\n';

test.each([
  ["all of it", ALL_RIGHT, true, 1, 2],
  ["an unseen one wrong", ALL_RIGHT.replace('"b"', '"c"'), false, 1, 1],
  ["a text for a number", ALL_RIGHT.replace(":1}", ':"1"}'), false, 0, 2],
  ["one too many", `${ALL_RIGHT}{"result":1}\n`, false, 1, 2],
  ["one too few", '{"result":1}\n{"result":"b"}\n', false, 1, 1],
  ["one left out before", '{"result":"b"}\n{"result":[2,null]}\n', false, 0, 0],
  ["another field beside", ALL_RIGHT.replace(":1}", ':1,"n":1}'), false, 0, 2],
  ["no JSON", "1\nb\n", false, 0, 0],
  ["nothing", "", false, 0, 0],
])("of results, %s", (_, written, isRight, given, unseen) => {
  expect(judgeResult(written, RESULTS)).toEqual({
    isRight,
    given: { right: given, all: 1 },
    unseen: { right: unseen, all: 2 },
  });
});

const RECORDS = {
  kind: "records",
  records: [
    { a: "x", n: "1.50" },
    { a: "y", n: "" },
  ],
} as const;

test.each([
  ["numbers in any form", '{"a":"x","n":1.5}\n{"a":"y","n":""}\n', true],
  ["another value", '{"a":"x","n":1.6}\n{"a":"y","n":""}\n', false],
  ["zero for nothing", '{"a":"x","n":1.5}\n{"a":"y","n":0}\n', false],
  ["another order", '{"a":"y","n":""}\n{"a":"x","n":1.5}\n', false],
  ["a field more", '{"a":"x","n":1.5,"m":1}\n{"a":"y","n":""}\n', false],
  ["no object", "null\nnull\n", false],
])("of records, %s", (_, written, isRight) => {
  expect(judgeResult(written, RECORDS).isRight).toBe(isRight);
});
