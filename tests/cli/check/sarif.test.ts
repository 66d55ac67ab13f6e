import { expect, test } from "vitest";
import { z } from "zod";
import { check } from "../../../src/check/check.ts";
import { RULES } from "../../../src/check/rules/index.ts";
import { sarifLog } from "../../../src/cli/check/sarif.ts";

// The part of the schema of SARIF 2.1.0 (OASIS, errata 01) that a log of writ's uses. Strict, as that schema is.
const message = z.strictObject({ text: z.string().min(1) });
const level = z.enum(["none", "note", "warning", "error"]);
const artifactLocation = z.strictObject({ uri: z.string().regex(/^[^\s"<>\\^`{|}]+$/) });
const region = z.strictObject({
  startLine: z.int().min(1),
  startColumn: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
  charOffset: z.int().min(0),
  charLength: z.int().min(0),
});
const location = z.strictObject({
  id: z.int().min(0).optional(),
  message: message.optional(),
  physicalLocation: z.strictObject({ artifactLocation, region: region.optional() }),
});
const rule = z.strictObject({
  id: z.string(),
  shortDescription: message,
  fullDescription: message,
  help: message.optional(),
  defaultConfiguration: z.strictObject({ level }),
});
const schema = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({ name: z.string(), semanticVersion: z.string(), rules: z.array(rule) }),
      }),
      columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(
            z.strictObject({ level, message, locations: z.array(location) }),
          ),
        }),
      ),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(-1).optional(),
          level,
          message,
          locations: z.array(location),
          relatedLocations: z.array(location).optional(),
        }),
      ),
    }),
  ),
});

const checkedText = (file: string, source: string) => ({ file, source, verdict: check(source) });

test("sarifLog of every refused example is a log by the schema, with places that fit the text", () => {
  const checked = RULES.flatMap(({ name, refused }) =>
    refused.map((example, i) => checkedText(`a folder/${name} ${i}.ts`, example)),
  );
  const unread = [{ file: "/tmp/gone 1.ts", unread: "there is no such file" }];
  const log = schema.parse(sarifLog({ checked, unread, rules: RULES, version: "1.2.3" }));
  const [run] = log.runs;
  expect(run!.results.length).toBeGreaterThan(RULES.length);
  for (const { ruleId, ruleIndex } of run!.results) {
    expect(run!.tool.driver.rules[ruleIndex!]?.id).toBe(ruleId);
  }
  expect(run!.invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        { locations: [{ physicalLocation: { artifactLocation: { uri: "file:///tmp/gone%201.ts" } } }] },
      ],
    },
  ]);
});

test("sarifLog counts columns from 1 in UTF-16 units, and names related places", () => {
  const source = 'export default () => {\n  return "🎉" + fetch(fetch);\n};';
  const checked = [checkedText("a.ts", source)];
  const [run] = schema.parse(sarifLog({ checked, unread: [], rules: RULES, version: "1.2.3" })).runs;
  expect(run!.results).toMatchObject([
    {
      ruleId: "no-unknown-globals",
      locations: [{ physicalLocation: { region: { startLine: 2, startColumn: 17, endColumn: 22 } } }],
      relatedLocations: [{ physicalLocation: { region: { startLine: 2, startColumn: 23 } } }],
    },
  ]);
});
