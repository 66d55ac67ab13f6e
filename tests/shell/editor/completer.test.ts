import { describe, expect, test } from "vitest";
import { createCompleter } from "../../../src/shell/editor/completer.ts";
import type { OptionSpec } from "../../../src/terms/option.ts";

const option = (name: string, over: Partial<OptionSpec> = {}): OptionSpec => ({
  name,
  type: "string",
  array: false,
  required: false,
  help: "",
  ...over,
});

const schema = {
  summary: "Rank values.",
  options: [
    option("n", { type: "integer", help: "how many\nof them" }),
    option("rankBy", { choices: ["requests", "bytes sent"], help: "what to rank by" }),
    option("field", { array: true }),
    option("header", { type: "boolean", default: true }),
    option("reverse", { type: "boolean", default: false }),
  ],
};

const files = [
  "a.csv",
  "my data.csv",
  "my folder",
  ".env",
  "src",
  "src/main.ts",
  "odd*.csv",
  'qu"ote',
  "li\nne",
  "\x1b[2J",
  "日本.txt",
  "end.",
];

const complete = createCompleter({
  slash: ["help", "show", "run"].map((name) => ({ name, summary: `about ${name}` })),
  commands: [
    { name: "top-values", description: "the most frequent values", schema },
    { name: "top-lines", description: "", schema: null },
  ],
  files: (prefix) =>
    files
      .filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes("/"))
      .map((name) => ({ name, isFolder: name === "src" || name === "my folder" })),
});

/** The text after each choice was put in, with the cursor at `|`; a blank is added where it is whole. */
function completed(marked: string): readonly string[] {
  const cursor = marked.indexOf("|");
  const text = marked.replace("|", "");
  const found = complete(text, cursor);
  return (found?.choices ?? []).map(
    (one) => `${text.slice(0, found!.from)}${one.text}${one.isWhole ? " " : ""}${text.slice(found!.to)}`,
  );
}

describe("createCompleter completes files after @", () => {
  test.each<[string, string[]]>([
    ["sum of @a|", ["sum of @a.csv "]],
    ["sum of (@a|", ["sum of (@a.csv "]],
    ["@s|", ["@src/"]],
    ["@src/|", ["@src/main.ts "]],
    ["@my d|", []],
    ["@my|", ['@"my data.csv" ', '@"my folder/']],
    ['@"my d|', ['@"my data.csv" ']],
    ['@"my d|" by day', ['@"my data.csv"  by day']],
    ['@"s|', ['@"src/']],
    ["@.|", ["@.env "]],
    ["@o|", ['@"odd*.csv" ']],
    ["@e|", ['@"end." ']],
    ["@日|", ["@日本.txt "]],
    ["@q|", []],
    ["@li|", []],
    ["@\x1b|", []],
    ["me@a|", []],
    ["top-values @a|", ["top-values @a.csv "]],
    ["@nothing|", []],
  ])("%j", (marked, expected) => {
    expect(completed(marked)).toEqual(expected);
  });

  test("and offers none that is hidden before a dot asks for it", () => {
    expect(completed("@|").some((one) => one.includes(".env"))).toBe(false);
  });
});

describe("createCompleter completes the first word", () => {
  test.each<[string, string[]]>([
    ["/|", ["/help ", "/show ", "/run "]],
    ["/s|", ["/show "]],
    ["  /s|", ["  /show "]],
    ["top|", ["top-values ", "top-lines "]],
    ["top-v|", ["top-values "]],
    ["|", ["top-values ", "top-lines "]],
    ["t|he ten slowest", ["top-values he ten slowest", "top-lines he ten slowest"]],
    ["the top|", []],
    ["/help |", []],
    ["/show t|", ["/show top-values ", "/show top-lines "]],
    ["/show top-values |", []],
    ["!|", []],
    ["!to|", []],
    ["! ls @a|", []],
  ])("%j", (marked, expected) => {
    expect(completed(marked)).toEqual(expected);
  });
});

describe("createCompleter completes a command's options and their values", () => {
  test.each<[string, string[]]>([
    ["top-values -|", ["-n", "--rank-by", "--field", "--no-header", "--reverse"]],
    ["top-values |", ["-n", "--rank-by", "--field", "--no-header", "--reverse"]],
    ["top-values --r|", ["--rank-by", "--reverse"]],
    ["/run top-values --f|", ["--field"]],
    ["top-values -n 5 --reverse --no-header --rank-by=requests -|", ["--field"]],
    ["top-values --field a --f|", ["--field"]],
    ["top-values --rank-by |", ["requests", '"bytes sent"']],
    ["top-values --rank-by r|", ["requests"]],
    ["top-values --rank-by=r|", ["--rank-by=requests"]],
    ["top-values --unknown=r|", []],
    ["top-values -n |", []],
    ["top-values -- -|", []],
    ["top-lines -|", []],
    ["unknown -|", []],
  ])("%j", (marked, expected) => {
    const cursor = marked.indexOf("|");
    const found = complete(marked.replace("|", ""), cursor);
    expect((found?.choices ?? []).map(({ text }) => text)).toEqual(expected);
  });

  test("and says what each is for, in one line", () => {
    const found = complete("top-values -", 12);
    expect(found?.choices.slice(0, 2).map(({ detail }) => detail)).toEqual([
      "how many: an integer",
      'what to rank by: "requests" or "bytes sent"',
    ]);
  });
});
