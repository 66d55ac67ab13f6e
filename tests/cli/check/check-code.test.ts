import { afterAll, describe, expect, test } from "vitest";
import { checkCode } from "../../../src/cli/check/check-code.ts";
import { residentTypeChecker } from "../../../src/host/resident-type-checker.ts";
import { typeCheckerPath } from "../../../src/host/type-checker.ts";

const { signal } = new AbortController();
const resident = residentTypeChecker(typeCheckerPath()!);
afterAll(() => resident.close());

const KINDS = [
  ["a checker that stays", resident],
  ["one that starts anew", null],
] as const;

describe.each(KINDS)("what the check cannot read is told in TypeScript's words, by %s:", (_, kind) => {
  test.each([
    ["export default (input) => input.lines(;", [[1, 38, /\)' expected/]]],
    [
      "export default () => 1;\nconst a = “b”;",
      [
        [2, 10, /Invalid character/],
        [2, 12, /Invalid character/],
      ],
    ],
    ["export default () => {\n  return 1;", [[2, 11, /\}' expected/]]],
    ["export default () => 010;", [[1, 21, /Octal literals/]]],
  ])("%j", async (source, expected) => {
    const { accepted, findings } = await checkCode(source, { signal, resident: kind });
    expect(accepted).toBe(false);
    expect(findings).toMatchObject(
      expected.map(([line, column, message]) => ({
        ...{ rule: "no-syntax-error", severity: "refuse", range: { line, column } },
        message: expect.stringMatching(message as RegExp),
        reason: expect.stringMatching(/\(TypeScript 1\d{3}\)$/),
      })),
    );
  });
});

test.each([
  ["class Row { accessor n = 1; }\nexport default () => new Row().n;", /accessor/, /get x\(\)/],
  ['import defer * as w from "writ";\nexport default () => w;', /put off/, /import \{ field \}/],
  ["export default () => { let a = <const>[1]; return a; };", /angle brackets/, /as const/],
])("what TypeScript alone can read is refused, and is told as that: %j", async (source, message, hint) => {
  const { accepted, findings } = await checkCode(source, { signal, resident });
  expect(accepted).toBe(false);
  expect(findings[0]).toMatchObject({
    rule: "no-syntax-error",
    message: expect.stringMatching(message),
    hint: expect.stringMatching(hint),
  });
  expect(findings[0]?.message).toContain("TypeScript reads this");
});

test.each([
  ["nested too deep", `export default () => ${"[".repeat(500)}${"]".repeat(500)};`, /nested more than/],
  ["too long", `export default () => "${"a".repeat(2_000_001)}";`, /characters long/],
  ["marked with a byte order mark", "\ufeffexport default () => 1;", /byte order mark/],
])("TypeScript is not asked about a text that is %s", async (_, source, message) => {
  const { findings } = await checkCode(source, { signal, resident });
  expect(findings.map((one) => one.message)).toContainEqual(expect.stringMatching(message));
  expect(findings.some(({ reason }) => reason.includes("TypeScript"))).toBe(false);
});

test("what the check can read is its own matter", async () => {
  const { accepted, findings } = await checkCode("export default () => [1].constructor;", {
    signal,
    resident,
  });
  expect([accepted, findings.map((one) => one.rule)]).toEqual([false, ["no-constructor-access"]]);
  expect(
    (await checkCode("export default (n) => n as string as number;", { signal, resident })).accepted,
  ).toBe(true);
});

test.each([
  ["export default () => “a”;", 'write `"`'],
  ["export default () => 1\u037e", "write `;`"],
  ["export default () => 2 × 3;", "write `*`"],
  ["export default (n) ⇒ n;", "write `=>`"],
])("a character that looks like another is told with what was meant: %j", async (source, hint) => {
  const { findings } = await checkCode(source, { signal, resident });
  expect(findings.some((one) => one.hint?.startsWith(hint))).toBe(true);
});
