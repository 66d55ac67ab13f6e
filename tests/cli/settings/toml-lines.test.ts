import { describe, expect, test } from "vitest";
import { lineOfKey, setTomlKey, unsetTomlKey } from "../../../src/cli/settings/toml-lines.ts";

describe("setTomlKey", () => {
  test.each([
    ["a new file", "", '[t]\nk = "v"\n'],
    ["a file of comments", "# mine\n", '# mine\n\n[t]\nk = "v"\n'],
    ["a last line without an end", "[o]\na = 1", '[o]\na = 1\n\n[t]\nk = "v"\n'],
    ["a table without the key", "[t] # mine\n\n# o\n[o]\n", '[t] # mine\nk = "v"\n\n# o\n[o]\n'],
    ["the key, with a comment", "[t]\n k= 'a' # why\nl = 1\n", '[t]\n k= "v" # why\nl = 1\n'],
    ["a value with a hash in it", '[t]\nk = "a#b"\n', '[t]\nk = "v"\n'],
    ["a quoted name", '["t"]\n"k" = 3\n', '["t"]\n"k" = "v"\n'],
    ["a dotted key", "t.k = 'a'\n[o]\n", 't.k = "v"\n[o]\n'],
    ["the same key of another table", "[o]\nk = 1\n[t]\n", '[o]\nk = 1\n[t]\nk = "v"\n'],
    ["line ends of Windows", "[t]\r\na = 1\r\n", '[t]\r\na = 1\r\nk = "v"\r\n'],
  ])("changes one line of %s", (_name, before, after) => {
    expect(setTomlKey(before, ["t", "k"], "v")).toBe(after);
  });

  test("escapes what a string cannot hold", () => {
    expect(setTomlKey("", ["t", "k"], '"\\\u007f\n')).toBe('[t]\nk = "\\"\\\\\\u007f\\n"\n');
  });
});

describe("unsetTomlKey", () => {
  test("takes out the line and nothing else", () => {
    const before = "[t]\n# why\nk = 1\nl = 2\n[o]\nk = 1\n";
    expect(unsetTomlKey(before, ["t", "k"])).toBe("[t]\n# why\nl = 2\n[o]\nk = 1\n");
    expect(unsetTomlKey(before, ["t", "other"])).toBe(before);
  });
});

describe("lineOfKey", () => {
  test.each([
    ["the key's line", "k", 3],
    ["its table's line where the key is not found", "x", 2],
  ])("is %s", (_name, key, line) => {
    expect(lineOfKey("\n[t]\nk = 1\n", "t", key)).toBe(line);
  });

  test("is null where neither is there", () => {
    expect(lineOfKey("t = { k = 1 }\n", "t", "k")).toBeNull();
  });
});
