// Levers in the product's own runs: plan, stage, engine and kernel included. Beside each denial stands what is granted.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { runSealed } from "../support/sealed-run.ts";

const root = mkdtempSync(join(tmpdir(), "writ-levers-"));
afterAll(() => rmSync(root, { recursive: true }));

const at = (name: string) => join(root, name);
beforeEach(() => {
  mkdirSync(at("folder/deep"), { recursive: true });
  for (const name of ["rates.csv", "sibling.csv", "a,b.csv", "folder/deep/in.csv"]) {
    writeFileSync(at(name), `name,rate\n${name.replace(",", "")},1\n`);
  }
  writeFileSync(at("out.txt"), "before");
  writeFileSync(at("other.txt"), "before");
});

/** The third parameter's use, and what the run may use. */
function using(
  body: string,
  capabilities: readonly string[],
  variables: Readonly<Record<string, string>> = {},
) {
  return runSealed(`export default (input, options, levers) => { ${body} }`, { capabilities, variables });
}

describe("read", () => {
  test.each([
    ["rates.csv", "rates.csv"],
    [at("rates.csv"), "rates.csv"],
    ["a,b.csv", "ab.csv"],
    ["folder/deep/in.csv", "folder/deep/in.csv"],
  ])("gives the records of %s", async (path, name) => {
    const granted = [`read:${at("a,b.csv")}`, `read:${at("folder")}/`, `read:${at("rates.csv")}`];
    const run = await using(`return levers.read(${JSON.stringify(path)}).records()`, granted);
    expect([run.outcome.kind, run.stdout, run.stderr]).toEqual([
      "done",
      `{"name":"${name}","rate":"1"}\n`,
      "",
    ]);
  });

  test("gives the same again with each call", async () => {
    const body = 'return [1, 2].map(() => levers.read("rates.csv").text().length)';
    expect((await using(body, [`read:${at("rates.csv")}`])).stdout).toBe("22\n22\n");
  });

  test("names the capability of a file beside it, and what there is", async () => {
    const granted = `read:${at("rates.csv")}`;
    const run = await using(`return levers.read("${at("sibling.csv")}").text()`, [granted]);
    expect([run.outcome.kind, run.stdout]).toEqual(["failed", ""]);
    expect(run.stderr).toContain(
      `read:${at("sibling.csv")} is not granted to this run, which has only ${granted}`,
    );
  });

  test("follows no link out of a granted folder", async () => {
    symlinkSync(at("sibling.csv"), at("folder/link.csv"));
    const read = (name: string) =>
      using(`return levers.read("folder/${name}").text()`, [`read:${at("folder")}/`]);
    const run = await read("link.csv");
    rmSync(at("folder/link.csv"));
    expect([run.stdout, run.stderr]).toEqual([
      "",
      expect.stringMatching(/link\.csv could not be read: .*denied/i),
    ]);
    expect((await read("deep/in.csv")).stdout).toContain("in.csv,1");
  });
});

describe("write", () => {
  const granted = [`write:${at("out.txt")}`];

  test("replaces at first and adds after that, text and bytes as they are, rows as in a pipe", async () => {
    const body = `levers.write("out.txt", "a\\n"); levers.write("out.txt", new TextEncoder().encode("b\\n"));
      levers.write("out.txt", [{ n: 1n }, "c", null, 2].values()); levers.write("out.txt", { d: [1] });`;
    const run = await using(body, granted);
    expect([run.outcome.kind, run.stderr]).toEqual(["done", ""]);
    expect(readFileSync(at("out.txt"), "utf8")).toBe('a\nb\n{"n":1}\nc\n2\n{"d":[1]}\n');
  });

  test("leaves a granted file alone until it is written to", async () => {
    await using("return 1", granted);
    expect(readFileSync(at("out.txt"), "utf8")).toBe("before");
  });

  test.each([
    ["other.txt", /write:other\.txt is not granted/],
    ["out.txt/../other.txt", /is not granted/],
    ["out.txt.new", /is not granted/],
  ])("does not write %s", async (path, said) => {
    const run = await using(`levers.write("${path}", "x")`, granted);
    expect([run.outcome.kind, readFileSync(at("other.txt"), "utf8")]).toEqual(["failed", "before"]);
    expect(run.stderr).toMatch(said);
  });

  test("does not read what may be written, nor write what may be read", async () => {
    expect((await using('return levers.read("out.txt").text()', granted)).stderr).toMatch(
      /read:out\.txt is not/,
    );
    const run = await using('levers.write("rates.csv", "x")', [`read:${at("rates.csv")}`]);
    expect(run.stderr).toMatch(/write:rates\.csv is not granted/);
  });

  test("counts as output, whatever the bytes say of their length", async () => {
    const body = `const bytes = new Uint8Array(3000); Object.defineProperty(bytes, "length", { value: 1 });
      levers.write("out.txt", "12"); levers.write("out.txt", bytes);`;
    const options = { capabilities: granted, limits: { outputBytes: 2000 } };
    const run = await runSealed(`export default (input, options, levers) => { ${body} }`, options);
    expect(run.outcome).toMatchObject({ kind: "limit", limit: "output" });
    expect(readFileSync(at("out.txt"), "utf8")).toBe("12");
  });
});

describe("env", () => {
  test("gives a granted variable's value, and undefined where it is not set", async () => {
    const body = 'return [levers.env("LD_PRELOAD"), levers.env("NODE_OPTIONS") ?? "none"]';
    const granted = ["env:LD_PRELOAD", "env:NODE_OPTIONS"];
    const run = await using(body, granted, { WRITENV_LD_PRELOAD: "/no/such=library.so" });
    expect([run.stdout, run.stderr]).toEqual(["/no/such=library.so\nnone\n", ""]);
  });

  test("names the variable that was not granted", async () => {
    const run = await using('return levers.env("HOME")', ["env:USER"], { WRITENV_USER: "ada" });
    expect(run.stderr).toContain("env:HOME is not granted to this run, which has only env:USER");
  });
});

describe("clock and random", () => {
  test("work as anywhere where they are granted", async () => {
    const body = `const before = Date.now(); const now = levers.now(); const n = levers.random();
      return [now >= before && now - before < 60_000, n >= 0 && n < 1, Math.random() < 1, new Date() >= before]`;
    expect((await using(body, ["clock", "random"])).stdout).toBe("true\n".repeat(4));
  });

  test.each([
    ["levers.now()", /clock is not granted to this run, which has only random/, ["random"]],
    ["levers.random()", /random is not granted to this run, which has nothing/, []],
    ["Date.now()", /the clock is not granted/, ["random"]],
  ])("%s throws where it is not granted", async (expression, said, granted) => {
    expect((await using(`return ${expression}`, granted)).stderr).toMatch(said);
  });

  test.each(["levers.now()", "levers.random()", 'String(levers.env("HOME"))'])(
    "%s throws also where the snippet makes every list and set hold everything",
    async (expression) => {
      const body = `Array.prototype.includes = Array.prototype.some = Set.prototype.has = () => true;
        Object.prototype.clock = Object.prototype.random = Object.prototype["env:HOME"] = true;
        return ${expression}`;
      const run = await using(body, ["env:USER"]);
      expect([run.outcome.kind, run.stdout]).toEqual(["failed", ""]);
      expect(run.stderr).toMatch(/is not granted to this run, which has/);
    },
  );
});

test("a lever whose file may not be opened says so, and the file stays as it is", async () => {
  chmodSync(at("out.txt"), 0o400);
  const run = await using('levers.write("out.txt", "x")', [`write:${at("out.txt")}`]);
  chmodSync(at("out.txt"), 0o600);
  if (process.getuid?.() === 0) expect(run.outcome.kind).toBe("done");
  else expect(run.stderr).toMatch(/write\("out\.txt"\): .*denied/i);
});
