import { expect, test } from "vitest";
import { readDiagnostics, typeProject } from "../../src/check/types.ts";

test("typeProject puts the sample's record type in the place of InputRecord", () => {
  const declarations = "interface A {}\ntype InputRecord = Record<string, any>;\ninterface B {}";
  const { files } = typeProject({ code: "1", declarations, recordType: '{ "$&": string }' });
  expect(files["guest.d.ts"]).toBe('interface A {}\ntype InputRecord = { "$&": string };\ninterface B {}');
});

test("typeProject leaves records as declared where the sample is lines", () => {
  const declarations = "type InputRecord = Record<string, any>;";
  const { files } = typeProject({ code: "1", declarations, recordType: "string" });
  expect(files["guest.d.ts"]).toBe(declarations);
});

test("readDiagnostics gives the user's own lines and columns", () => {
  const code = "const a = 1;\nconst 日 = a.foo;\n";
  const output = "snippet.ts(2,13): error TS2339: Property 'foo' does not exist.\n  Did you mean 'bar'?\n";
  expect(readDiagnostics(output, { code, exitCode: 1 })).toMatchObject([
    {
      ...{ rule: "types", severity: "refuse", message: "Property 'foo' does not exist. Did you mean 'bar'?" },
      range: { line: 2, column: 12, endColumn: 15 },
    },
  ]);
});

test("readDiagnostics passes what only asks for an annotation", () => {
  const output = "snippet.ts(1,2): error TS7006: Parameter 'x' implicitly has an 'any' type.\n";
  expect(readDiagnostics(output, { code: "(x) => 1", exitCode: 1 })).toEqual([]);
});

test("readDiagnostics reports a contract that is not met at the default export", () => {
  const output = "contract.ts(2,6): error TS1360: Type 'A' does not satisfy the expected type 'B'.\n";
  const [finding] = readDiagnostics(output, { code: "\nexport default 1;", exitCode: 1 });
  expect(finding).toMatchObject({ range: { line: 2, column: 0 } });
  expect(finding?.message).toContain("cannot be called with an input");
});

test("readDiagnostics lets nothing pass that ended badly without a diagnostic", () => {
  expect(readDiagnostics("panic: out of luck\n", { code: "1", exitCode: 2 })[0]?.message).toContain(
    "out of luck",
  );
  expect(readDiagnostics("", { code: "1", exitCode: 2 })).toHaveLength(1);
  expect(readDiagnostics("", { code: "1", exitCode: 0 })).toEqual([]);
});
