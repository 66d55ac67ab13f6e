import { describe, expect, test } from "vitest";
import { readReply } from "../../../src/draft/reply/read-reply.ts";

const CODE = "export default function* f(input: Input) {\n  yield 1;\n}\n";
const OTHER = "export default function g() {\n  return 2;\n}\n";

const FOUND: readonly [what: string, reply: string, code: string][] = [
  ["a ts fence", `\`\`\`ts\n${CODE}\`\`\``, CODE],
  [
    "a typescript fence with prose around it",
    `Here it is:\n\n\`\`\`typescript\n${CODE}\`\`\`\nIt does that.`,
    CODE,
  ],
  ["a fence without a language", `\`\`\`\n${CODE}\`\`\``, CODE],
  ["a tilde fence", `~~~ts\n${CODE}~~~`, CODE],
  ["a longer fence", `\`\`\`\`ts title="x"\n${CODE}\`\`\`\``, CODE],
  ["an indented fence", `1. so:\n   \`\`\`ts\n${CODE.replace(/^(?=.)/gm, "   ")}   \`\`\``, CODE],
  ["a quoted fence", `> \`\`\`ts\n${CODE.replace(/^(?=.)/gm, "> ")}> \`\`\``, CODE],
  ["CRLF line ends", `\`\`\`ts\r\n${CODE.replaceAll("\n", "\r\n")}\`\`\`\r\n`, CODE],
  [
    "several blocks, one of them a module",
    `\`\`\`sh\nwrit x\n\`\`\`\n\`\`\`ts\n${CODE}\`\`\`\n\`\`\`\n12\n\`\`\``,
    CODE,
  ],
  ["a module and its correction", `\`\`\`ts\n${OTHER}\`\`\`\nBetter:\n\`\`\`ts\n${CODE}\`\`\``, CODE],
  [
    "thoughts with code in them first",
    `<think>\`\`\`ts\n${OTHER}\`\`\`</think>\n\`\`\`ts\n${CODE}\`\`\``,
    CODE,
  ],
  ["code without a fence", CODE, CODE],
  ["prose, then code without a fence", `Sure!\n\n${CODE}\nThat is all.`, CODE],
  [
    "an import first and no fence",
    `import { num } from "writ";\n${CODE}`,
    `import { num } from "writ";\n${CODE}`,
  ],
  ["a function that is not exported", "```ts\nfunction f() {}\n```", "function f() {}\n"],
  [
    "a fence inside a comment of the code",
    "```ts\n/**\n * ```\n * x\n * ```\n */\nexport default () => 1;\n```",
    "/**\n * ```\n * x\n * ```\n */\nexport default () => 1;\n",
  ],
];

const UNUSABLE: readonly [what: string, reply: string, problem: string][] = [
  ["nothing", " \n", "it is empty"],
  ["words about export default", "You could export default a function.", "there is no code in it"],
  ["a block without a function", "```json\n{}\n```", "there is no function in its code"],
  ["a fence that never closes", `\`\`\`ts\n${CODE}`, "it was cut off in the middle of the code"],
  ["only thoughts", "<think>\nhm\n</think>", "it is empty"],
  ["thoughts that never end", "<think>\nhm", "it was cut off before it came to an answer"],
];

describe("readReply", () => {
  test.each(FOUND)("finds the code in %s", (_what, reply, code) => {
    expect(readReply(reply)).toEqual({ ok: true, code });
  });

  test.each(UNUSABLE)("says what is wrong with %s", (_what, reply, problem) => {
    expect(readReply(reply)).toMatchObject({ ok: false, problem });
  });

  test("takes a fence that never closes where the model ended by itself", () => {
    expect(readReply(`\`\`\`ts\n${CODE}`, { end: "by-itself" })).toEqual({ ok: true, code: CODE });
  });
});
