import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { humanevalTask, mbtspTask, recordedTask } from "../../../scripts/eval/sets/functions.ts";
import { jqManualTask } from "../../../scripts/eval/sets/jq-manual.ts";
import { millerDocsTask } from "../../../scripts/eval/sets/miller-docs.ts";
import { proseTextTask } from "../../../scripts/eval/sets/prose-text.ts";
import type { Read, Task } from "../../../scripts/eval/task.ts";

const folder = mkdtempSync(join(tmpdir(), "eval-sets-"));
writeFileSync(join(folder, "shapes.csv"), "shape,k\nsquare,1\ncircle,2\n");
afterAll(() => rmSync(folder, { recursive: true }));

const DOUBLE = {
  prompt: "const double = function (n: number) : number  {\n",
  test: "assert.deepEqual(double(1), 2); assert.deepEqual(double(4), 8);",
};

describe("a function to write", () => {
  test("is a record of arguments in and a record with its result out", () => {
    const { expected, judged, sampled, directive, examples } = taskOf(
      mbtspTask({ task_id: "a/1", description: "Double a number.", ...DOUBLE }),
    );
    expect(expected).toEqual({ kind: "results", values: [2, 8], given: 1 });
    expect(judged.text).toBe('{"n":1}\n{"n":4}\n');
    expect(sampled.text).toBe('{"n":1}\n');
    expect(examples).toEqual([{ in: '{"n":1}\n', out: '{"result":2}\n' }]);
    expect(directive).not.toContain("8");
  });

  test("has the tests that its comment shows first, as given", () => {
    const { expected, judged } = taskOf(
      humanevalTask({
        name: "b",
        prompt: "//Double it.\n// >>> double(4)\n// 8\nfunction double(n: number): number {\n",
        tests: DOUBLE.test,
      }),
    );
    expect(judged.text).toBe('{"n":4}\n{"n":1}\n');
    expect(expected).toMatchObject({ values: [8, 2], given: 1 });
  });

  test("that was written already keeps its text, with the calls behind it", () => {
    const code = `${DOUBLE.prompt}  return n + n;\n}`;
    const row = { id: "c#1", directive: "Double it.", code, label: "pass", model: "m", ...DOUBLE };
    const { recorded } = taskOf(recordedTask(row));
    expect(recorded!.reply).toContain(`\`\`\`ts\n${code}\n\nexport default function* `);
    expect(recorded!.reply).toContain("double(record.n)");
    expect(recorded).toMatchObject({ label: "pass", model: "m" });
  });

  test("whose tests JSON cannot say is left out with why", () => {
    const test = "assert.deepEqual(double(1), undefined)";
    const read = mbtspTask({ task_id: "d", description: "x", ...DOUBLE, test });
    expect(read).toEqual({ ok: false, id: "d", why: "a test has a value that JSON cannot say: undefined" });
  });
});

describe("pairs of texts", () => {
  test("give the first three and hide the others", () => {
    const pairs = ["a", "b", "c", "d", "e"].map((text) => ({ input: [text], output: text.toUpperCase() }));
    const { examples, sampled, expected } = taskOf(proseTextTask({ id: "p", examples: pairs }));
    expect(sampled.text).toBe('{"text":"a"}\n{"text":"b"}\n{"text":"c"}\n');
    expect(expected).toMatchObject({ values: ["A", "B", "C", "D", "E"], given: 3 });
    expect(examples.map(({ out }) => out)).toEqual([
      '{"result":"A"}\n',
      '{"result":"B"}\n',
      '{"result":"C"}\n',
    ]);
  });

  test("are left out where three are all there are", () => {
    const examples = ["a", "b", "c"].map((text) => ({ input: [text], output: text }));
    expect(proseTextTask({ id: "p", examples })).toMatchObject({ ok: false });
  });
});

test("a filter of the jq manual hides its outputs", () => {
  const row = { id: "j", description: "Keys.", program: ".a", input: '{"a": 5}', outputs: ["5"] };
  const { directive, judged, expected } = taskOf(jqManualTask(row));
  expect(directive).toMatch(/this jq filter does: \.a\n/);
  expect(directive).not.toContain("5");
  expect(judged.text).toBe('{"input":{"a":5}}\n');
  expect(expected).toEqual({ kind: "results", values: [[5]], given: 0 });
});

test.each([
  ["its environment", { program: "$ENV.PAGER" }],
  ["its build", { program: "if have_decnum then 1 else 2 end" }],
  ["a long number", { input: "0.12345678901234567890" }],
])("a filter of the jq manual whose output depends on %s is left out", (_, changed) => {
  const row = { id: "j", description: "", program: ".", input: "1", outputs: ["1"], ...changed };
  expect(jqManualTask(row)).toMatchObject({ ok: false });
});

describe("a command of Miller's documentation", () => {
  const row = { id: "m", prose: "Sort them:", output: "shape  k\ncircle 2\nsquare 1" };

  test.each([
    ["mlr --icsv --opprint sort -f shape shapes.csv", row.output],
    ["mlr --csv sort -f shape shapes.csv", "shape,k\ncircle,2\nsquare,1"],
    ["mlr --c2j --from shapes.csv sort -f shape", '[{"shape":"circle","k":2},{"shape":"square","k":1}]'],
  ])("is read with its output: %s", (cmd, output) => {
    const { directive, judged, expected } = taskOf(millerDocsTask({ ...row, cmd, output }, folder));
    expect(judged.name).toBe("shapes.csv");
    expect(directive).toContain(cmd);
    expect(
      (expected as Extract<typeof expected, { kind: "records" }>).records.map((one) =>
        Object.values(one).map(String),
      ),
    ).toEqual([
      ["circle", "2"],
      ["square", "1"],
    ]);
  });

  test.each([
    ["no words", { prose: null, cmd: "mlr --csv cat shapes.csv" }, "nothing describes it"],
    ["another program", { cmd: "cat shapes.csv" }, "no single command"],
    ["a pipe", { cmd: "mlr --csv cat shapes.csv | head" }, "no single command"],
    ["another form", { cmd: "mlr --icsv --oxtab cat shapes.csv" }, "no single command"],
    ["an input that is not there", { cmd: "mlr --csv cat other.csv" }, "its input is not there"],
    ["an output with gaps", { cmd: "mlr --c2p cat shapes.csv", output: "a\n1\n\nb\n2" }, "no plain list"],
  ])("is left out with why: %s", (_, changed, why) => {
    expect(millerDocsTask({ ...row, ...changed }, folder)).toMatchObject({
      ok: false,
      why: expect.stringContaining(why),
    });
  });
});

function taskOf(read: Read): Task {
  if (!read.ok) throw new Error(read.why);
  return read.task;
}
