import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readReply } from "../../../src/draft/reply/read-reply.ts";

const file = join(process.env.WRIT_CORPORA ?? "", "generate/mbtsp-recorded-completions.jsonl");
const isThere = Boolean(process.env.WRIT_CORPORA) && existsSync(file);
const codes: readonly string[] = isThere
  ? readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).code.trim())
  : [];

describe.skipIf(!isThere)("what a model wrote in 2022 (WRIT_CORPORA) is read as it is", () => {
  test.each<[string, (code: string) => string]>([
    ["in a fence with words around it", (code) => `So:\n\n\`\`\`typescript\n${code}\n\`\`\`\nDone.`],
    ["in a fence that was not closed", (code) => `\`\`\`ts\n${code}`],
    ["in JSON", (code) => JSON.stringify({ code })],
    ["in the arguments of a tool call", (code) => JSON.stringify({ arguments: JSON.stringify({ code }) })],
    ["with its line ends written out", (code) => `\`\`\`ts\n${JSON.stringify(code).slice(1, -1)}\n\`\`\``],
  ])("%s", (_how, wrap) => {
    const read = codes.map((code) => readReply(wrap(code), { end: "by-itself" }));
    expect(read.map((one) => (one.ok ? one.code.trim() : one))).toEqual(codes);
  });

  test("by itself, where it is whole: what was cut off loses its last piece of a line at most", () => {
    const found = codes.filter((code) => {
      const read = readReply(code, { end: "by-itself" });
      return read.ok && read.code.trim() === code;
    });
    expect(found.length).toBeGreaterThanOrEqual(359);
  });
});
