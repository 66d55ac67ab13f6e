import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listApprovals } from "../../src/keep/approval-list.ts";
import { storeApproval } from "../../src/keep/approvals.ts";
import type { Places } from "../../src/keep/places.ts";
import { removeCommand } from "../../src/keep/remove-command.ts";
import { revokeApprovals } from "../../src/keep/revoke-approvals.ts";
import { sha256 } from "../../src/keep/sha256.ts";
import { DRAFT_LIMITS } from "../../src/terms/limit.ts";

const CODE = "export default () => 1;\n";
let root = "";
let places: Places;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "writ-keep-"));
  const [config, data, state, shipped] = ["config", "data", "state", "shipped"].map((one) => join(root, one));
  places = { config: config!, data: data!, state: state!, shipped: shipped!, project: join(root, "project") };
  for (const folder of ["directives", "snippets"]) mkdirSync(join(places.data, folder), { recursive: true });
  writeFileSync(join(places.data, "directives", "one.md"), "the directive");
  writeFileSync(join(places.data, "snippets", "one.ts"), CODE);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const approve = (name: string, code: string, project: string | null = null) =>
  storeApproval(places.state, {
    ...{ name, origin: project ? "project" : "user", sha256: sha256(code), values: {}, project },
    ...{ capabilities: [], limits: DRAFT_LIMITS, requiredLevel: "strong", at: "2026-01-02T03:04:05.000Z" },
  });
const one = () => ({ origin: "user" as const, folder: places.data, name: "one" });
const left = () => listApprovals(places.state).approvals.map(({ approval }) => approval.name);

describe("revokeApprovals", () => {
  test("takes back what was given under the name, and to the same bytes under another", () => {
    approve("one", "older bytes");
    approve("", CODE);
    approve("other", "other bytes");
    expect(
      revokeApprovals(places, one())
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["", "one"]);
    expect(left()).toEqual(["other"]);
  });

  test("leaves what was given in a project to a command of the same name and bytes", () => {
    approve("one", CODE, places.project);
    expect(revokeApprovals(places, one())).toEqual([]);
    expect(left()).toEqual(["one"]);
  });
});

describe("removeCommand", () => {
  test("puts the files aside before they go, with examples of their own folder", () => {
    mkdirSync(join(places.data, "directives", "one"));
    writeFileSync(join(places.data, "directives", "one", "1.in"), "x");
    approve("one", CODE);
    const { aside, approvals } = removeCommand(places, one(), "2026-01-02T03:04:05.000Z");
    expect(approvals).toBe(1);
    for (const file of ["directives/one.md", "directives/one/1.in", "snippets/one.ts"]) {
      expect([existsSync(join(places.data, file)), existsSync(join(aside, file))]).toEqual([false, true]);
    }
  });

  test("puts two of one moment in folders of their own", () => {
    const first = removeCommand(places, one(), "t").aside;
    writeFileSync(join(places.data, "snippets", "one.ts"), "again");
    expect(removeCommand(places, one(), "t").aside).not.toBe(first);
    expect(existsSync(join(first, "snippets", "one.ts"))).toBe(true);
  });
});
