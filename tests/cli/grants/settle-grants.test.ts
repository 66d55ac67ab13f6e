import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAllowFlags } from "../../../src/cli/grants/allow-flags.ts";
import { type Request, settleGrants } from "../../../src/cli/grants/settle-grants.ts";

const NONE = { folders: [], programs: [] };
let root = "";
const at = (name: string) => join(root, name);

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "writ-settle-")));
  mkdirSync(at("data"));
  for (const name of ["rates.csv", "data/rates.csv", "data/b.csv"]) writeFileSync(at(name), "");
  symlinkSync("rates.csv", at("link.csv"));
});
afterAll(() => rmSync(root, { recursive: true }));

const settle = (request: Partial<Request>) =>
  settleGrants({ asked: [], typed: [], requested: [], cwd: root, own: NONE, ...request });
const settled = (request: Partial<Request>) => {
  const { capabilities, untyped, refused } = settle(request);
  return refused ?? { capabilities, untyped };
};

describe("settleGrants for a new draft", () => {
  test("fixes relative paths in the working folder, and asks no flag for the clock and chance", () => {
    const asked = ["random", "read:data/b.csv", "clock", "env:TOKEN", "write:out.txt"];
    const paths = [`read:${at("data/b.csv")}`, `write:${at("out.txt")}`];
    expect(settled({ asked })).toEqual({
      capabilities: ["clock", "env:TOKEN", "random", ...paths],
      untyped: ["env:TOKEN", ...paths],
    });
  });

  test.each([
    [["read:rates.csv"], { allowRead: ["rates.csv"] }, []],
    [["read:data/b.csv"], { allowRead: ["data"] }, []],
    [["env:TOKEN"], { allowEnv: ["TOKEN"] }, []],
    [["write:out.txt"], { allowWrite: ["out.txt"] }, []],
    [["write:rates.csv"], { allowRead: ["rates.csv"] }, ["write:rates.csv"]],
    [["read:rates.csv"], { allowRead: ["data"] }, ["read:rates.csv"]],
    [["env:TOKEN"], { allowEnv: ["TOKENS"] }, ["env:TOKEN"]],
  ])("%j with %j leaves %j untyped", (asked, flags, untyped) => {
    const typed = readAllowFlags(flags, { cwd: root, own: NONE, command: "ask" });
    const fixed = untyped.map((one) => one.replace(/^(read|write):/, `$1:${root}/`));
    expect(settle({ asked, typed }).untyped).toEqual(fixed);
  });

  test("grants what was typed where the code does not say which, and nothing that is not asked for", () => {
    const flags = { allowRead: ["data", "rates.csv"], allowEnv: ["TOKEN"] };
    const typed = readAllowFlags(flags, { cwd: root, own: NONE, command: "ask" });
    const capabilities = [`read:${at("data/")}`, `read:${at("rates.csv")}`].sort();
    expect(settled({ asked: ["read:*"], typed })).toEqual({ capabilities, untyped: [] });
  });

  test.each([
    ["read:*", /does not say which path/, /--allow-read PATH/],
    ["env:*", /does not say which variable/, /--allow-env NAME/],
    ["read:link.csv", /what is written does not lead there alone/, /write .*\/rates\.csv in the code/],
    ["read:/", /every file there is/, /without/],
    ["read:/dev/random", /the system's/, /without/],
    ["write:data", /only a single file/, /without/],
    ["env:A B", /not the name of a variable/, /without/],
    ["net:example.org", /comes later/, /without/],
  ])("refuses %s", (asked, why, help) => {
    expect(settled({ asked: ["clock", asked] })).toMatchObject({
      kind: "capability-refused",
      capability: asked,
      why: expect.stringMatching(why),
      help: expect.stringMatching(help),
    });
  });

  test("refuses two files that one written path could mean", () => {
    const asked = ["read:data/rates.csv", "read:rates.csv"];
    const capability = "read:rates.csv";
    expect(settled({ asked })).toMatchObject({ kind: "capability-refused", capability });
    const whole = [`read:${at("rates.csv")}`, "read:data/rates.csv"];
    expect(settled({ asked: whole })).toMatchObject({ untyped: [`read:${at("data/rates.csv")}`, whole[0]] });
  });

  test("names a file to read that is not there", () => {
    const capability = `read:${at("absent")}`;
    const detail = "there is no such file";
    expect(settled({ asked: ["read:absent"] })).toEqual({ kind: "grant-unusable", capability, detail });
  });
});

describe("settleGrants for a kept command", () => {
  const kept = (asked: string[], requested: string[]) => settled({ asked, requested, cwd: null });

  test("grants of what its directive lists what its code asks for", () => {
    const requested = [`read:${at("rates.csv")}`, `read:${at("data/")}`, "env:TOKEN", "clock"];
    expect(kept(["read:rates.csv", "env:TOKEN"], requested)).toMatchObject({
      capabilities: ["env:TOKEN", `read:${at("rates.csv")}`],
    });
    expect(kept(["read:data/b.csv"], requested)).toMatchObject({
      capabilities: [`read:${at("data/b.csv")}`],
    });
    expect(kept(["read:*"], requested)).toMatchObject({ capabilities: [requested[1], requested[0]].sort() });
  });

  test("grants a folder that is listed without its last slash as it is typed", () => {
    const typed = readAllowFlags({ allowRead: [at("data")] }, { cwd: root, own: NONE, command: "approve" });
    for (const asked of ["read:*", `read:${at("data")}`]) {
      const request = { asked: [asked], typed, requested: [`read:${at("data")}`], cwd: null };
      expect(settled(request)).toEqual({ capabilities: [`read:${at("data/")}`], untyped: [] });
    }
  });

  test.each([
    [["read:rates.csv"], [], /does not list it/],
    [["env:TOKEN"], ["env:OTHER"], /does not list it/],
    [["read:*"], [], /does not say which path/],
    [["read:*"], ["read:/"], /every file there is/],
    [["read:environ"], ["read:/proc/self/environ"], /the system's/],
  ])("refuses %j where its directive lists %j", (asked, requested, why) => {
    expect(kept(asked, requested)).toMatchObject({
      kind: "capability-refused",
      why: expect.stringMatching(why),
    });
  });

  test("refuses a listed path that a symbolic link leads elsewhere", () => {
    const why = expect.stringContaining(`it leads to ${at("rates.csv")}`);
    for (const asked of ["read:link.csv", "read:*"]) {
      expect(kept([asked], [`read:${at("link.csv")}`])).toMatchObject({ kind: "capability-refused", why });
    }
  });
});

test.each(["ask", "approve"] as const)("readAllowFlags sends to the help of %s", (command) => {
  const failure = {
    kind: "usage",
    problem: '--allow-env is "A=B", and must be the name of one variable, as in HOME',
    help: `see \`writ ${command} --help\``,
  };
  expect(() => readAllowFlags({ allowEnv: ["A=B"] }, { cwd: root, own: NONE, command })).toThrow(
    expect.objectContaining({ failure }),
  );
});

describe("settleGrants says which requests are for nothing:", () => {
  test.each([
    [["read:rates.csv"], ["read:/data/rates.csv", "read:/data/other.csv"], ["read:/data/other.csv"]],
    [["read:a/b.csv"], ["read:/data/a/", "write:/data/a/"], ["write:/data/a/"]],
    [["read:*"], ["read:/data/a", "read:/data/b", "env:HOME"], ["env:HOME"]],
    [["env:TOKEN"], ["env:TOKEN", "env:HOME"], ["env:HOME"]],
    [["clock"], ["clock", "random"], ["random"]],
    [[], [], []],
  ])("%j of %j leaves %j", (asked, requested, unused) => {
    expect(settle({ asked, requested, cwd: null }).unused).toEqual(unused);
  });
});
