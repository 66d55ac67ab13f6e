import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { readDirectiveFile } from "../../src/keep/directive-file.ts";
import { loadExamples } from "../../src/keep/example-files.ts";
import { buildGuestOnce, runSealed } from "./sealed.ts";

buildGuestOnce();

const NAMES = readdirSync("directives").map((file) => file.replace(/\.md$/, ""));

test("every shipped directive has its snippet, and every snippet its directive", () => {
  expect(readdirSync("snippets").map((file) => file.replace(/\.ts$/, ""))).toEqual(NAMES);
});

describe.each(NAMES)("%s", (name) => {
  const file = `directives/${name}.md`;
  const { head } = readDirectiveFile(file, readFileSync(file, "utf8"));
  const code = readFileSync(`snippets/${name}.ts`, "utf8");

  test("names the sha256 of its snippet", () => {
    expect(head.sha256).toBe(createHash("sha256").update(code).digest("hex"));
  });

  test.each(loadExamples(`directives/${name}`, head.examples))(
    "gives what its example says: $args",
    async ({ args = [], in: stdin = "", out, error }) => {
      const verdict = check(code);
      if (!verdict.accepted) throw new Error(verdict.findings[0]?.message);
      const { javascript, schema } = verdict;
      const run = await runSealed({ javascript, schema, argv: args, stdin });
      if (error === undefined) expect(run).toEqual({ code: 0, stdout: out, stderr: "" });
      else {
        expect(run.code).toBe(1);
        expect(run.stderr).toContain(error);
      }
    },
  );
});
