import { expect, test } from "vitest";
import { parseJson } from "../../src/formats/parse-json.ts";

test.each([
  ["an escaped letter", '{"c2":1,"\\u00e9":2}', { c2: 1, é: 2 }],
  ["an escaped newline", '{"c2":1,"\\n":2}', { c2: 1, "\n": 2 }],
  ["an escaped quote", '{"c2":1,"\\"":2}', { c2: 1, '"': 2 }],
  ["a key that begins alike", '{"c2":1,"a\\tb":2}', { c2: 1, "a\tb": 2 }],
  ["a key inside", '[{"c2":1,"\\u0079" : {"c2":[],"\\u0079":"\\":"}}]', [{ c2: 1, y: { c2: [], y: '":' } }]],
  ["a long integer", '{"c2":12345678901234567890,"\\n":-1}', { c2: 12345678901234567890n, "\n": -1 }],
])("a key with escapes is itself after one that is a backslash: %s", (_, text, value) => {
  for (const before of ['{"c2":1,"\\\\":2}', '{"c2":1,"a\\\\b":2}', '{"c2":1,"a\\\\t":2}']) parseJson(before);
  expect(parseJson(text)).toEqual(value);
});

test.each([
  ["the last of the same keys counts", '{"a":1,"\\u0061":2,"a":3}', [["a", 3]]],
  [
    "and so it does where it has escapes",
    '{"a":1,"b":2,"\\u0061":3}',
    [
      ["a", 3],
      ["b", 2],
    ],
  ],
  [
    "keys that are places come first",
    '{"b":1,"\\u0030":2}',
    [
      ["0", 2],
      ["b", 1],
    ],
  ],
  ["__proto__ is a key", '{"\\u005f_proto__":1}', [["__proto__", 1]]],
  [
    "keys of writ's own making are none",
    '{"k1":1,"\\u006b0":2}',
    [
      ["k1", 1],
      ["k0", 2],
    ],
  ],
])("%s", (_, text, entries) => {
  expect(Object.entries(parseJson(text) as object)).toEqual(entries);
});

test.each(['{"\\x":1}', '{"\\u00e9":1', '{"\\u00e9":1}}', '{"\\u00e9\t":1}', '{"\\u00e9:1}', '"\\u00e9":1'])(
  "%s is malformed as ever",
  (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  },
);

test("a long text with many escapes beside such a key is read", () => {
  const long = '\\"\\n'.repeat(2_000_000);
  expect(parseJson(`{"\\t":"${long}"}`)).toEqual({ "\t": '"\n'.repeat(2_000_000) });
});
