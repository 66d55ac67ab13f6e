import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { check } from "../../../src/check/check.ts";
import { readDiagnostics, typeProject } from "../../../src/check/types.ts";
import { library } from "../../../src/guest/writ/library.ts";
import * as usual from "../../../src/guest/writ.ts";
import { checkTypes, typeCheckerPath } from "../../../src/host/type-checker.ts";
import { HELPERS, USUAL_HELPERS } from "../../../src/terms/helpers.ts";
import { buildGuestOnce, runSealed } from "../sealed.ts";

const LATE = Object.keys(library);
const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8");
const declarations = ["snippet", "helpers"].map((name) => read(`src/guest/${name}.d.ts`)).join("\n");

describe("what can be imported from writ", () => {
  test("is the same in the table, in the library and in the declarations", () => {
    expect([...HELPERS].sort()).toEqual([...Object.keys(usual), ...LATE].sort());
    expect([...USUAL_HELPERS].sort()).toEqual(Object.keys(usual).sort());
    const declared = new Set(
      [...declarations.matchAll(/^ {2}export function (\w+)/gm)].map((match) => match[1]),
    );
    expect([...declared].sort()).toEqual([...HELPERS].sort());
  });

  test("is described in the documentation, each by name", () => {
    const page = read("docs/helpers.md");
    expect(HELPERS.filter((name) => !page.includes(`\`${name}(`))).toEqual([]);
  });

  test("passes the check, every one", () => {
    const code = `import { ${HELPERS.join(", ")} } from "writ";\nexport default () => String([${HELPERS.join(", ")}].length);`;
    expect(check(code)).toMatchObject({ accepted: true });
  });
});

// What people and models write, with no type but those that are declared.
const USES = `import { chunk, countBy, desc, distinct, flatten, groupBy, inCidr, join, jsonPath, num, parseDate, parseIp, pick, quantiles, sample, sortBy, startOf, stats, sum, topK, window } from "writ";

interface Order { id: string; user: string; total: number }

export default function* uses(input: Input) {
  for (const [status, count] of topK(countBy(input.records(), "status"), 3, ([, n]) => n)) yield { status, count: count + 1 };
  const orders = input.file(0).records<Order>();
  const users = input.file("users.csv").records<{ id: string; name: string }>();
  for (const [order, user] of join(orders, users, ["user", "id"])) yield { total: order.total.toFixed(2), name: user.name };
  for (const [order, user] of join(orders, users, "id", "left")) yield { id: order.id, name: user?.name ?? "none" };
  yield* sortBy(input.records<Order>(), desc((order) => order.total), "id").map((order) => order.id.trim());
  yield* distinct(input.lines()).take(2).map((line) => line.trim());
  for (const [a, b] of window(input.records<Order>(), 2)) yield b!.total - a!.total;
  for (const [hour, all] of groupBy(input.records(), (row) => startOf(parseDate(row.time), "hour").toISOString())) {
    yield { hour, p95: quantiles(all.map((row) => row.ms)).at(0.95), mean: stats(all.map((row) => num(row.ms))).mean };
  }
  for (const some of chunk(input.lines(), 10)) yield sum(some);
  yield sample(input.lines(), 3)[0]!.length;
  yield pick(flatten(input.json()), "a.b");
  yield inCidr("10.0.0.1", ["10.0.0.0/8"]) && parseIp("::1")?.text;
  yield jsonPath(input.json(), "$..id")[0];
}
`;

test("the type checker takes usual uses of helpers, and refuses a wrong one", async () => {
  const scratch = mkdtempSync(`${tmpdir()}/helper-types-`);
  const problems = async (code: string) => {
    const { files } = typeProject({ code, declarations });
    const checked = await checkTypes({ files, scratch, executable: typeCheckerPath() });
    if (checked.kind === "unusable") throw new Error(checked.detail);
    return readDiagnostics(checked.output, { code, exitCode: checked.exitCode }).map(
      ({ message }) => message,
    );
  };
  try {
    expect(await problems(USES)).toEqual([]);
    expect((await problems(USES.replace('"id", "left"', '"total", "left"'))).join()).toContain('"total"');
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

describe("in the sealed engine", () => {
  buildGuestOnce();

  test("every helper is there, also where another was called before", async () => {
    const names = HELPERS.map((name) => `typeof ${name}`).join(", ");
    const { stdout } = await runSealed({
      javascript: `import { ${HELPERS.join(", ")} } from "writ";\nconst before = [${names}];\nexport default () => [...before, ...chunk([1, 2], 1), ${names}].join();`,
    });
    const all = HELPERS.map(() => "function");
    expect(stdout).toBe(`${[...all, 1, 2, ...all].join()}\n`);
  });

  test("dates know time zones, and sortBy the run's memory", async () => {
    const zone = `import { formatDate } from "writ";\nexport default () => formatDate(0, "HH:mm", "Asia/Tokyo");`;
    expect(await runSealed({ javascript: zone })).toMatchObject({ stdout: "09:00\n", code: 0 });
    const sort = `import { sortBy } from "writ";\nexport default () => sortBy(Array.from({ length: 1e5 }, String)).length;`;
    expect(await runSealed({ javascript: sort })).toMatchObject({ stdout: "100000\n", code: 0 });
    const small = await runSealed({ javascript: sort, invocation: { memoryBytes: 2 ** 20 } });
    expect(small).toMatchObject({ code: 137, stderr: expect.stringContaining("`| sort`") });
  });

  test.each([
    ["parseDate(row.when)", 'parseDate: expected a date as iso, found "soon"'],
    ["duration(row.when)", "duration: expected one like 1h30m"],
    ["byteSize(row.when)", "byteSize: expected a size like 1.5 GiB"],
    ["num(row.when)", 'num: expected a number, found "soon"'],
  ])("%s of a field that is none names the field and its line", async (call, problem) => {
    const javascript = `import { byteSize, duration, num, parseDate } from "writ";
export default (input) => input.records().map((row) => ${call});`;
    const { code, stderr } = await runSealed({ javascript, stdin: "id,when\n1,soon\n" });
    expect(code).toBe(1);
    expect(stderr).toContain(problem);
    expect(stderr).toMatch(/\(stdin, (?:record 1|line 2)/);
  });

  test("nothing of the engine is in reach through a helper that is not loaded yet", async () => {
    const { stdout } = await runSealed({
      javascript: `import * as writ from "writ";
const caught = [];
Object.prototype.thrown = Array.prototype.thrown = "seen";
JSON.parse = (...words) => { caught.push(...words.map((one) => typeof one)); return {}; };
Array.prototype[Symbol.iterator] = function () { caught.push(...Object.values(this).map((one) => typeof one)); throw 1; };
try { writ.chunk([], 1); } catch {}
export default () => Object.keys(writ).sort().join() + typeof Deno + typeof load + caught.join();`,
    });
    expect(stdout).toBe(`${[...HELPERS].sort().join()}undefinedundefined\n`);
  });
});
