import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { expectationAt, holeAt, readHead } from "../../scripts/hostile/attack-file.ts";
import { streamEnd } from "../../scripts/hostile/stream-end.ts";

describe("hostile", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "writ-set-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function hostile(...words: readonly string[]) {
    const run = spawnSync(process.execPath, [resolve("scripts/hostile.ts"), ...words], { encoding: "utf8" });
    const lines = run.stdout.split("\n").filter(Boolean);
    return { ...run, reports: lines.map((line) => JSON.parse(line)) };
  }

  test("runs any *.ts and *.js of a folder, also those without a head, and prints a line each", () => {
    writeFileSync(join(folder, "a.ts"), "// any comment\nexport default (): number => 1;\n");
    writeFileSync(join(folder, "b.js"), "export default () => Deno.exit(0);\n");
    writeFileSync(join(folder, "notes.md"), "not run");
    const { status, reports } = hostile(folder);
    expect(status).toBe(0);
    expect(reports).toMatchObject([
      { file: "a.ts", outcome: { kind: "done" }, exitCode: 0, breaches: [], stdout: "1\n", stderr: "" },
      { file: "b.js", outcome: { kind: "failed" }, exitCode: 1, breaches: [], stdout: "" },
    ]);
    for (const { level, wallMs, peakBytes } of reports) {
      expect([typeof level, wallMs > 0, peakBytes > 1_000_000]).toEqual(["string", true, true]);
    }
  });

  test("keeps the first 2,000 bytes of each stream", () => {
    writeFileSync(
      join(folder, "a.js"),
      "export default () => { console.log('y'.repeat(5000)); return 'x'.repeat(5000) }",
    );
    const [report] = hostile(folder).reports;
    expect([report.stdout, report.stderr]).toEqual(["x".repeat(2000), "y".repeat(2000)]);
  });

  test("applies the limits that it is given", () => {
    writeFileSync(join(folder, "a.js"), "export default () => { for (;;); }");
    const [report] = hostile(folder, "--time", "300ms").reports;
    expect(report).toMatchObject({ outcome: { kind: "limit", limit: "wall", value: 300 }, exitCode: 124 });
  });

  test("goes on after a file that is no TypeScript", () => {
    writeFileSync(join(folder, "a.ts"), "enum Not { Erasable }");
    writeFileSync(join(folder, "b.ts"), "export default () => 2");
    expect(hostile(folder).reports).toMatchObject([
      { outcome: { kind: "not-run" } },
      { outcome: { kind: "done" } },
    ]);
  });

  test("refuses a folder that is not there", () => {
    const absent = join(folder, "absent");
    const run = hostile(absent);
    expect([run.status, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain(`${absent} is no folder`);
  });

  test.each([
    ["no folder", [], 2, "name one folder"],
    ["a folder with nothing to run", ["docs"], 2, "docs has no *.ts or *.js to run"],
    ["a level that is none", ["src", "--level", "iron"], 2, "--level is iron, and must be one of"],
    ["a limit that is none", ["src", "--cpu", "never"], 2, '--cpu is "never"'],
  ])("refuses %s", (_, words, status, problem) => {
    const run = hostile(...words);
    expect([run.status, run.stdout]).toEqual([status, ""]);
    expect(run.stderr).toContain(problem);
  });
});

describe("the head of an attack", () => {
  const head = readHead(
    "// tries: x\n// expect: limit cpu or crashed\n// expect@strong: failed /no: \\/etc/ stdout /^$/\n// hole@engine-only: y\n// limits: --cpu 1s\n",
  );

  test("expects by level, or for all", () => {
    expect(expectationAt(head, "engine-only")?.endings).toEqual([
      { kind: "limit", limit: "cpu" },
      { kind: "crashed" },
    ]);
    expect(expectationAt(head, "strong")).toEqual({
      endings: [{ kind: "failed" }],
      stderr: /no: \/etc/,
      stdout: /^$/,
    });
  });

  test("has holes by level", () => {
    expect([holeAt(head, "engine-only"), holeAt(head, "strong")]).toEqual(["y", null]);
  });

  test("that needs a level expects nothing below it", () => {
    const needy = readHead("// tries: x\n// needs: strong\n// expect: done\n");
    expect(expectationAt(needy, "engine-only")).toBe(null);
    expect(expectationAt(needy, "full")?.endings).toEqual([{ kind: "done" }]);
  });

  test.each(["// expects: done", "// expect: maybe", "// needs: iron", "// control: luck"])(
    "refuses %s",
    (line) => {
      expect(() => readHead(`// tries: x\n${line}\n`)).toThrow();
    },
  );

  test("of another file is nothing", () => {
    expect(readHead("// expect: whatever\n")).toMatchObject({ tries: "", expectations: {}, runner: "on" });
  });
});

test("a token is found where it is split over chunks", () => {
  const stream = streamEnd("SECRET");
  for (const piece of ["xxSEC", "R", "ETyy"]) stream.take(Buffer.from(piece));
  expect(stream.sawToken()).toBe(true);
});
