import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isApproved } from "../../src/keep/approvals.ts";
import { readCompiled } from "../../src/keep/compiled.ts";
import { compiledFolder } from "../../src/keep/compiled-folder.ts";
import type { ApprovedDraft } from "../../src/keep/last-approved.ts";
import { findCommand } from "../../src/keep/library.ts";
import { listNames } from "../../src/keep/locate-command.ts";
import type { Places } from "../../src/keep/places.ts";
import { saveCommand } from "../../src/keep/save-command.ts";
import { DRAFT_LIMITS } from "../../src/terms/limit.ts";

const AT = "2026-01-02T03:04:05.000Z";
let root = "";
let places: Places;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "writ-keep-"));
  places = {
    config: join(root, "config"),
    data: join(root, "data"),
    state: join(root, "state"),
    shipped: join(root, "shipped"),
    project: null,
  };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const DRAFT: ApprovedDraft = {
  v: 1,
  draft: {
    directive: "the first\nlines",
    code: "export default (input: Input) => input.lines();\n",
    origin: { kind: "model", model: "m", host: "h" },
    values: { n: 3 },
  },
  javascript: "export default (input       ) => input.lines();\n",
  schema: {
    summary: "",
    options: [{ name: "n", type: "integer", array: false, required: false, default: 10, help: "" }],
  },
  reads: { kind: "no-records" },
  capabilities: [],
  limits: DRAFT_LIMITS,
  requiredLevel: "engine-only",
  input: { format: "lines", record: "string" },
  examples: [],
};

const save = (name: string, last = DRAFT, project = false) =>
  saveCommand({ places, name, last, project, at: AT });
const failure = (kind: string, more: object = {}) =>
  expect.objectContaining({ failure: expect.objectContaining({ kind, ...more }) });

describe("saveCommand", () => {
  test("writes text and code that are found again, approved and ready to run", () => {
    save("first");
    const command = findCommand(places, "first");
    expect(command).toMatchObject({
      origin: "user",
      directive: "the first\nlines",
      code: DRAFT.draft.code,
      head: { description: "the first", model: "m", options: { n: 3 }, input: DRAFT.input },
    });
    const compiled = readCompiled(compiledFolder(places, "user"), "first")!;
    expect(compiled).toMatchObject({ javascript: DRAFT.javascript, schema: DRAFT.schema, values: { n: 3 } });
    expect(isApproved(places.state, compiled)).toBe(true);
  });

  test("writes files for this user alone", () => {
    const [directive, snippet] = save("first") as [string, string];
    expect([directive, snippet].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(statSync(join(places.state, "approvals")).mode & 0o777).toBe(0o700);
  });

  test("takes no name twice, and leaves the first as it was", () => {
    save("first");
    const other = { ...DRAFT, draft: { ...DRAFT.draft, code: "other" } };
    expect(() => save("first", other)).toThrow(failure("name-taken", { name: "first" }));
    expect(findCommand(places, "first").code).toBe(DRAFT.draft.code);
  });

  test("leaves a command that ships with writ its name", () => {
    mkdirSync(join(places.shipped, "directives"), { recursive: true });
    writeFileSync(join(places.shipped, "directives", "select.md"), "");
    expect(() => save("select")).toThrow(failure("name-taken", { name: "select", origin: "shipped" }));
    expect(existsSync(places.data)).toBe(false);
  });

  test.each(["", "..", "a/b", "A", "-x", "a b", "x".repeat(65), "é"])("refuses the name %j", (name) => {
    expect(() => save(name)).toThrow(failure("usage"));
    expect(existsSync(places.data)).toBe(false);
  });

  test("saves into a project only where there is one", () => {
    expect(() => save("first", DRAFT, true)).toThrow(failure("usage"));
    places = { ...places, project: join(root, "project") };
    save("first", DRAFT, true);
    expect(listNames(places)).toEqual([{ origin: "project", name: "first" }]);
  });

  test.skipIf(process.getuid?.() === 0)("says which folder cannot be written", () => {
    mkdirSync(places.data);
    chmodSync(places.data, 0o500);
    expect(() => save("first")).toThrow(failure("state-unusable"));
  });

  test("says so where a file stands in the way of a folder", () => {
    writeFileSync(places.data, "");
    expect(() => save("first")).toThrow(
      failure("state-unusable", { path: expect.stringContaining("first.ts") }),
    );
  });
});

describe("isApproved", () => {
  const compiled = () => readCompiled(compiledFolder(places, "user"), "first")!;

  test.each([
    ["bytes", { sha256: "0".repeat(64) }],
    ["option values", { values: { n: 4 } }],
    ["project", { project: "/home/ada/shop" }],
    ["capabilities", { capabilities: ["read:/etc/passwd"] }],
    ["limits", { limits: { ...DRAFT_LIMITS, memoryBytes: 1 } }],
    ["a limit on records", { limits: { ...DRAFT_LIMITS, records: 1 } }],
    ["another longest line", { limits: { ...DRAFT_LIMITS, lineBytes: 1024 } }],
    ["level", { requiredLevel: "strong" as const }],
  ])("is no for other %s", (_name, change) => {
    save("first");
    expect(isApproved(places.state, { ...compiled(), ...change })).toBe(false);
    expect(isApproved(places.state, compiled())).toBe(true);
  });

  test("is yes where it was given before there were limits on records and lines", () => {
    save("first");
    const folder = join(places.state, "approvals");
    const file = join(folder, readdirSync(folder)[0]!);
    const stored = JSON.parse(readFileSync(file, "utf8"));
    const { records: _, lineBytes: __, ...before } = stored.limits;
    writeFileSync(file, JSON.stringify({ ...stored, limits: before }));
    expect(isApproved(places.state, compiled())).toBe(true);
  });

  test("is no where the approval's own file was changed", () => {
    save("first");
    const folder = join(places.state, "approvals");
    const file = join(folder, readdirSync(folder)[0]!);
    const stored = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...stored, capabilities: ["read:/"] }));
    expect(isApproved(places.state, compiled())).toBe(false);
  });
});

describe("readCompiled", () => {
  test.each([
    ["not JSON", "{"],
    ["another version", '{"v":2}'],
    ["an array", "[]"],
    ["nothing", ""],
  ])("is null for %s", (_name, text) => {
    mkdirSync(root, { recursive: true });
    writeFileSync(join(root, "first.json"), text);
    expect(readCompiled(root, "first")).toBeNull();
  });
});
