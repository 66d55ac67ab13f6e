// Grants where everything else gave way: the engine has every permission, the runner removes nothing, and the kernel alone
// keeps a run to what it was granted. Beside each denial stands the granted use.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openRunner } from "../../scripts/hostile/open-runner.ts";
import { placePlan } from "../../src/cli/kept/place-file.ts";
import { findEngine } from "../../src/run/engine.ts";
import type { Face } from "../../src/run/face.ts";
import { planRun } from "../../src/run/plan.ts";
import type { Reached } from "../../src/run/reached.ts";
import { spawn } from "../../src/run/spawn.ts";
import { DRAFT_LIMITS } from "../../src/terms/limit.ts";
import { reachedHere } from "../support/this-machine.ts";

const here = await reachedHere();
const reached: Reached = "landlockAbi" in here ? { ...here, level: "strong" } : here;
let root = "";
const at = (name: string) => join(root, name);

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "writ-grants-")));
  for (const folder of ["state", "data", "data/folder", "elsewhere", "elsewhere/folder"])
    mkdirSync(at(folder));
  for (const name of ["data/in", "data/beside", "data/folder/deep", "data/out", "data/other", "secret"]) {
    writeFileSync(at(name), name);
  }
  for (const name of ["in", "out", "folder/deep"]) writeFileSync(at(`elsewhere/${name}`), "secret");
});
afterEach(() => rmSync(root, { recursive: true }));

const GRANTED = () => [`read:${at("data/folder")}/`, `read:${at("data/in")}`, `write:${at("data/out")}`];

/** Decide and place a run; what is returned starts it, later. All permissions of the engine are given. */
function plan(expression: string, face: Face = "attended") {
  const runner = openRunner(`export default async () => { ${expression} }`);
  writeFileSync(at(`state/${runner.name}`), runner.text);
  const made = placePlan(at("state"), (stages) =>
    planRun({
      ...{ face, reached, engine: findEngine(), guest: resolve("dist/guest.txt"), stages },
      ...{ runner: at(`state/${runner.name}`), helpers: resolve("dist/writ.mjs"), limits: DRAFT_LIMITS },
      ...{ argv: [], feed: { kind: "none" }, capabilities: GRANTED() },
      invocation: { inputs: [], from: "auto", output: "auto", maxOutputBytes: null, header: true },
    }),
  );
  const sealed = made.argv.filter((word) => !/^--allow-(read|write)=/.test(word));
  const opened = sealed.toSpliced(sealed.indexOf("run") + 1, 0, "--allow-all");
  // In place of the pipe by which a stage of the direct face knows that its sh lives.
  const waiting = ["/bin/sh", "-c", 'exec 8<&0; exec "$@"', "sh"];
  const open = { ...made, argv: face === "direct" ? [...waiting, ...opened] : opened };
  return async () => {
    let said = "";
    const take = (chunk: Buffer) => {
      said += chunk;
    };
    const outcome = await spawn(open, { stdout: take, stderr: take }, new AbortController().signal);
    return { kind: outcome.kind, said: said.trim() };
  };
}

const read = (name: string) => `return Deno.readTextFileSync(${JSON.stringify(at(name))});`;
const write = (name: string) =>
  `Deno.writeTextFileSync(${JSON.stringify(at(name))}, "new", { create: false });`;

describe.skipIf(reached.level !== "strong")("the kernel", () => {
  test.each(["data/in", "data/folder/deep"])("lets %s be read", async (name) => {
    expect(await plan(read(name))()).toEqual({ kind: "done", said: name });
  });

  test.each(["data/beside", "secret", "data/folder/../beside", "data/out"])(
    "lets no %s be read",
    async (name) => {
      const { kind, said } = await plan(read(name))();
      expect([kind, said]).toEqual(["failed", expect.stringMatching(/PermissionDenied: .*os error 13/)]);
    },
  );

  test("lets the granted file be emptied and written, and no other", async () => {
    expect(await plan(write("data/out"))()).toEqual({ kind: "done", said: "" });
    expect(readFileSync(at("data/out"), "utf8")).toBe("new");
    for (const name of ["data/other", "data/in", "data/folder/deep"]) {
      const { said } = await plan(write(name))();
      expect([name, said]).toEqual([name, expect.stringMatching(/PermissionDenied: .*os error 13/)]);
      expect(readFileSync(at(name), "utf8")).toBe(name);
    }
  });

  test.each([
    ["make a file beside it", (path: string) => `Deno.writeTextFileSync("${path}/data/new", "x");`],
    [
      "make one in a folder that may be read",
      (path: string) => `Deno.writeTextFileSync("${path}/data/folder/new", "x");`,
    ],
    ["remove it", (path: string) => `Deno.removeSync("${path}/data/out");`],
    ["move it", (path: string) => `Deno.renameSync("${path}/data/out", "${path}/data/moved");`],
    ["put a link in its place", (path: string) => `Deno.symlinkSync("${path}/secret", "${path}/data/link");`],
    ["read the names beside it", (path: string) => `return [...Deno.readDirSync("${path}/data")].length;`],
  ])("does not let a run %s", async (_, attempt) => {
    const { kind, said } = await plan(attempt(root))();
    expect([kind, said]).toEqual(["failed", expect.stringMatching(/PermissionDenied: .*os error (1|13)\b/)]);
    expect(readdirSync(at("data")).sort()).toEqual(["beside", "folder", "in", "other", "out"]);
  });
});

describe.skipIf(reached.level !== "strong").each(["attended", "direct"] as const)(
  "on the %s face",
  (face) => {
    const replaced = (name: string) => {
      renameSync(at(name), at("kept"));
      symlinkSync(at(name.replace("data", "elsewhere")), at(name));
    };

    test.each([
      ["the file to read", "data/in", () => read("data/in")],
      ["the folder", "data/folder", () => read("data/folder/deep")],
      ["the file to write", "data/out", () => write("data/out")],
      ["the folder that all of it lies in", "data", () => read("data/in")],
    ])("a symbolic link in the place of %s opens nothing", async (_, name, attempt) => {
      const start = plan(attempt(), face);
      replaced(name);
      expect(await start()).toEqual({ kind: "sealing-failed", said: "" });
      expect(readFileSync(at("elsewhere/out"), "utf8")).toBe("secret");
      rmSync(at(name));
      renameSync(at("kept"), at(name));
      expect((await start()).kind).toBe("done");
    });

    test("a link that is put there while it runs opens nothing either", async () => {
      const file = JSON.stringify(at("data/in"));
      const start = plan(
        `for (;;) { await new Promise((done) => setTimeout(done, 5));
        try { Deno.lstatSync(${JSON.stringify(at("swapped"))}); break; } catch {} }
      return Deno.readTextFileSync(${file});`,
        face,
      );
      const ended = start();
      replaced("data/in");
      writeFileSync(at("swapped"), "");
      const { kind, said } = await ended;
      // Where the swap came before the stage opened the path, it is the stage that refuses.
      if (kind !== "sealing-failed")
        expect([kind, said]).toEqual(["failed", expect.stringMatching(/os error 13/)]);
      expect(said).not.toContain("secret");
    });
  },
);
