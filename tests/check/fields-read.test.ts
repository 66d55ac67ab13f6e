import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";

const IMPORT = 'import { countBy, sumBy, topK, sortBy, desc, distinct, groupBy } from "writ";';

function readsOf(body: string, more: unknown = "") {
  const options = '{ by = "status", of = "x", list = [] }: { by?: string; of?: string; list?: string[] }';
  const verdict = check(
    `${IMPORT}\nexport default function* main(input: Input, ${options}) {\n${body}\n}\n${more}`,
  );
  if (!verdict.accepted) throw new Error(verdict.findings.map((one) => one.message).join("; "));
  return verdict.reads;
}

describe("the fields read are known", () => {
  test.each<readonly [body: string, fields: readonly string[], options?: readonly string[], more?: string]>([
    ["for (const r of input.records()) yield r.a;", ["a"]],
    ['for (const r of input.records()) yield r["a" + "b"];', ["ab"]],
    ["for (const r of input.records()) yield r?.a?.b;", ["a"]],
    ["for (const { a, b: { c }, d = 1, 'e f': f } of input.records()) yield a;", ["a", "b", "d", "e f"]],
    ["for (const r of input.records()) { const { a } = r; const b = r; yield b.c; }", ["a", "c"]],
    ["let n = 0; for (const _ of input.records()) n++; yield n;", []],
    ["yield* input.records().filter((r) => r.s > 1).take(3).map(({ a }) => a);", ["a", "s"]],
    ["yield input.records().reduce((n, r) => n + r.a, 0);", ["a"]],
    ["yield [...input.records()].sort((a, b) => a.x - b.y).slice(0, 3).map((r) => r.z);", ["x", "y", "z"]],
    ["const rows = input.records().toArray(); yield rows.length; yield rows.at(-1)?.a;", ["a"]],
    ["for (const r of input.records()) if (typeof r === 'object' && 'a' in r && r !== null) yield 1;", ["a"]],
    ["for (const r of input.records()) if (Object.hasOwn(r, 'a')) yield 1;", ["a"]],
    ["for (const f of input.files) for (const r of f.records()) yield r.a;", ["a"]],
    [
      "const [x, y] = input.files; for (const r of x.records()) yield r.a; for (const { b } of y.records()) yield b;",
      ["a", "b"],
    ],
    ["yield* input.files.map((f) => f.records().map((r) => r.a).toArray());", ["a"]],
    ['yield* countBy(input.records(), "a");', ["a"]],
    ["yield* sumBy(input.records(), by, (r) => r.a);", ["a"], ["by"]],
    ['for (const r of topK(input.records(), 3, "a")) yield r.b;', ["a", "b"]],
    [
      'for (const { b } of sortBy(distinct(input.records(), by), (r) => r.x, "y")) yield b;',
      ["b", "x", "y"],
      ["by"],
    ],
    ["for (const r of input.records()) yield r[by];", [], ["by"]],
    ["for (const r of input.records()) yield of === '' ? r.a : r[of];", ["a"], ["of"]],
    [
      "yield* values(input.records(), by);",
      [],
      ["by"],
      "function* values(rows, key) { for (const r of rows) yield r[key]; }",
    ],
    [
      "for (const r of input.records()) yield score(r);",
      ["a", "b"],
      [],
      "const score = (r) => twice(r) + r.a;\nfunction twice(r, n = 2) { return r.b * n; }",
    ],
  ])("%s", (body, fields, options = [], more) => {
    expect(readsOf(String(body), more)).toEqual({ kind: "fields", fields, options });
  });
});

describe("nothing less than all is taken for read where", () => {
  test.each<readonly [why: string, body: string, more?: string]>([
    ["a record is a result", "for (const r of input.records()) yield r;"],
    ["records are the result", "yield* input.records().filter((r) => r.a);"],
    ["a record is spread", "for (const r of input.records()) yield { ...r };"],
    [
      "a record is kept",
      "let first; for (const r of input.records()) { first ??= r; yield r.a; } yield first;",
    ],
    [
      "a record is put into a list",
      "const all = []; for (const r of input.records()) all.push(r); yield all.length;",
    ],
    ["a callback gives the record", "yield input.records().map((r) => r).toArray();"],
    ["a callback sees the list", "yield [...input.records()].map((r, i, all) => all);"],
    ["a callback takes all there is", "yield [...input.records()].map((r, ...rest) => rest);"],
    ["a callback is no function of the module", "yield input.records().map(JSON.stringify).toArray();"],
    ["a list is sorted by what its records are as text", "yield [...input.records()].sort().length;"],
    ["a list is reduced to a record", "yield input.records().reduce((a, b) => (a.x > b.x ? a : b)).x;"],
    ["a helper keeps records", 'yield groupBy(input.records(), "a").size;'],
    ["a helper gives records", 'yield topK(input.records(), 3, "a");'],
    ["a helper sorts by a key of its own", 'yield sortBy(input.records(), desc("a")).length;'],
    ["a helper's key is computed", "yield countBy(input.records(), list[0]).size;"],
    ["a rest takes fields", "for (const { a, ...rest } of input.records()) yield a;"],
    ["a key is computed", "for (const r of input.records()) yield r[list[0]];"],
    ["a key is one of several", "for (const r of input.records()) for (const k of ['a', 'b']) yield r[k];"],
    ["an option is changed", "by = 'z'; for (const r of input.records()) yield r[by];"],
    ["a name is used again", "for (let r of input.records()) { r = { b: 1 }; yield r.b; }"],
    ["a method of the record is called", "for (const r of input.records()) yield r.toString();"],
    ["a record is asked for its keys", "for (const r of input.records()) yield Object.keys(r);"],
    ["a record goes into a text", "for (const r of input.records()) yield `${" + "r}`;"],
    [
      "a function hands it on",
      "for (const r of input.records()) yield f(r);",
      "function f(r) { return g(r); }\nfunction g(r) { return [r]; }",
    ],
    [
      "a function takes any number",
      "for (const r of input.records()) yield f(r);",
      "function f(...all) { return all; }",
    ],
    [
      "a function looks at its arguments",
      "for (const r of input.records()) yield f(r);",
      "function f() { return arguments[0]; }",
    ],
    [
      "a key comes from a function that is also called otherwise",
      "for (const r of input.records()) yield f(r, by); yield [1].map(f);",
      "function f(r, k) { return r[k]; }",
    ],
    ["the input is kept", "const kept = { input }; for (const r of input.records()) yield r.a; yield kept;"],
    ["records() is named and not called", "const { records } = input; yield records;"],
    ["the iterator is used by hand", "yield input.records().next().value;"],
    ["a second list stands beside it", "yield new Set(input.records()).size;"],
  ])("%s", (_, body, more) => {
    expect(readsOf(String(body), more)).toMatchObject({ kind: "all" });
  });
});

test("where it is not known, the place is named", () => {
  expect(readsOf("for (const r of input.records())\n  yield r;", "")).toEqual({
    kind: "all",
    why: "`r` is handed on whole (line 4)",
  });
});

test.each([
  ["yield* input.lines();", "no-records"],
  ["yield* input.records({ fields: list });", "asked"],
])("%s", (body, kind) => {
  expect(readsOf(body, "")).toEqual({ kind });
});
