import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinReply } from "../../../src/draft/reply/join.ts";
import { readReply } from "../../../src/draft/reply/read-reply.ts";

const PIECES = [
  ...["```", "```ts\n", "~~~", "\n", "\\n", '"', "'", "`", "{", "}", "<code>", "</code>", "<think>"],
  ...['{"code": "', "<<<<<<< SEARCH\n", "=======\n", ">>>>>>> REPLACE\n", "@@ -1 +1 @@\n", "-a\n", "+b\n"],
  ...[
    "--- a\n",
    "export default ",
    "export {",
    "function f() {}",
    "=> 1;",
    "?",
    "I cannot help",
    "\r\n",
    " ",
  ],
];
const replies = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 40 });
const readings = fc.record({
  end: fc.constantFrom("by-itself", "at-limit", "unknown" as const),
  previous: fc.constantFrom(undefined, "a\nb\n", ""),
});

test("any text is read as something, and code ends with one line end", () => {
  fc.assert(
    fc.property(replies, readings, (pieces, reading) => {
      const read = readReply(pieces.join(""), reading as Parameters<typeof readReply>[1]);
      if (read.ok) expect(read.code).toMatch(/(?:^|[^\s])\n$/);
      else expect("problem" in read ? read.problem : read.text).not.toBe("");
    }),
    { numRuns: 2000 },
  );
});

test("a reply that is cut anywhere and goes on there is joined as it was", () => {
  const whole =
    "```ts\nexport default function f(input: Input) {\n  return input.lines().toArray().length;\n}\n```\n";
  for (let at = 0; at <= whole.length; at++) {
    for (const again of [0, 10, 30]) {
      if (again > at) continue;
      expect(joinReply(whole.slice(0, at), whole.slice(at - again))).toBe(whole);
    }
  }
});

describe("joinReply", () => {
  const begun = "Here:\n```ts\nexport default function f(input: Input) {\n  return input.te";
  const whole = `${begun}xt();\n}\n\`\`\``;

  test.each([
    ["goes on in a new fence", "```ts\nxt();\n}\n```"],
    ["says so first", "Going on:\n\n```ts\nxt();\n}\n```"],
    ["begins the module anew", whole.slice(whole.indexOf("export"))],
    ["begins all of it anew", whole],
    ["begins the module anew in a new fence", whole.slice(whole.indexOf("```"))],
  ])("takes nothing twice of a model that %s", (_how, more) => {
    expect(joinReply(begun, more)).toBe(whole);
  });
});

// Each would take minutes where the work grew with the square of the length.
describe("a quarter of a million characters are read at once:", () => {
  const many = (piece: string) => piece.repeat(Math.ceil(262_144 / piece.length));
  test.each([
    ["fences", many("```\n")],
    ["a long fence line", `\`\`\`ts ${many(" ")}x`],
    ["open braces of exports", many("export {")],
    ["quotes", many('"')],
    ["escaped quotes in what is no JSON", `{"${many('\\"')}`],
    ["escaped line ends", many("{\\n")],
    ["spaces", `?${many(" ")}x`],
    ["empty lines", `a${many("\n")}b`],
    ["nested lists", many("[")],
    ["changes", `${many("@@\n-a\n+b\n")}`],
    ["changes that are put in nothing", many("<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n")],
    ["beginnings of refusals", many("I am I ")],
    ["tags", many("<code><pre>")],
    ["code on one line", `export default () => ${many("1+")}1;`],
  ])("%s", (_what, text) => {
    expect(() => readReply(text, { previous: many("a\n") })).not.toThrow();
  });

  test("and joined", () => {
    expect(() => joinReply(many("aab"), many("aab"))).not.toThrow();
    expect(() => joinReply(many("```\n"), many("\n"))).not.toThrow();
  });
});
