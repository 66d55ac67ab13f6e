import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { release, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { landlockOldest } from "../../../src/run/landlock-oldest.ts";
import { lookedHere, reachedHere } from "../../support/this-machine.ts";

const reached = await reachedHere();
const full = await lookedHere("full");

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "writ-level-"));
});
afterEach(() => rmSync(home, { recursive: true }));

const state = (...parts: string[]) => join(home, ".local", "state", "writ", ...parts);

function writ(...argv: string[]) {
  const env = { PATH: process.env.PATH, HOME: home };
  const ran = spawnSync(resolve("bin/writ"), argv, { env, input: "b\na\nb\n", encoding: "utf8" });
  return { status: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}

function configure(text: string): void {
  mkdirSync(join(home, ".config", "writ"), { recursive: true });
  writeFileSync(join(home, ".config", "writ", "config.toml"), text);
}

// Several files are read by an attended run.
const COUNT = [
  "run",
  "top-values",
  "-n",
  "1",
  "--field",
  "address",
  "samples/access.log",
  "samples/access.log",
];

describe.skipIf(reached.level !== "strong")("writ run", () => {
  test("remembers the level, and makes stages that only their owner can read", () => {
    expect(writ(...COUNT).status).toBe(0);
    expect(JSON.parse(readFileSync(state("sandbox.json"), "utf8"))).toMatchObject({
      levels: { strong: { kind: "reached", reached: { level: "strong", means: "stage" } } },
    });
    const stages = readdirSync(state("stages"));
    expect(stages.length).toBeGreaterThan(0);
    for (const one of stages) expect(statSync(state("stages", one)).mode & 0o777).toBe(0o700);
  });

  test.each([
    ["that is no JSON", "{"],
    [
      "that claims what no probe finds",
      '{"v":2,"key":"x","levels":{"strong":{"kind":"reached","reached":{"level":"full"}}}}',
    ],
    ["of another machine", '{"v":2,"key":"x","levels":{}}'],
    ["of an older writ", '{"v":1,"key":"x","level":"strong","landlockAbi":1}'],
  ])("probes again where there is a record %s", (_what, record) => {
    mkdirSync(state(), { recursive: true });
    writeFileSync(state("sandbox.json"), record);
    expect(writ(...COUNT).status).toBe(0);
    expect(JSON.parse(readFileSync(state("sandbox.json"), "utf8"))).toMatchObject({
      levels: { strong: { kind: "reached", reached } },
    });
  });

  test.skipIf(landlockOldest(release()) < 2)(
    "does not believe a record that was edited to an older interface of Landlock than this kernel has",
    () => {
      writ(...COUNT);
      const record = readFileSync(state("sandbox.json"), "utf8");
      writeFileSync(state("sandbox.json"), record.replace(/"landlockAbi":\d+/, '"landlockAbi":1'));
      expect(writ(...COUNT).stderr).toContain("the sandbox was probed again");
      expect(readFileSync(state("sandbox.json"), "utf8")).toBe(record);
    },
  );

  test("mends a stage whose bytes are not what they were", () => {
    writ(...COUNT);
    for (const one of readdirSync(state("stages")))
      writeFileSync(state("stages", one), "#!/bin/sh\necho mine\n");
    const { status, stdout } = writ(...COUNT);
    expect([status, stdout.includes("mine")]).toEqual([0, false]);
  });

  test.skipIf(full.kind === "reached")("refuses with 126 where more is required than is reached", () => {
    configure('[sandbox]\nrequired = "full"\n');
    const { status, stdout, stderr } = writ(...COUNT);
    expect([status, stdout]).toEqual([126, ""]);
    expect(stderr).toMatch(/full is required, strong is reached: .*(install bubblewrap|user namespaces)/);
  });

  test.skipIf(full.kind !== "reached")(
    "runs inside namespaces where the user requires it, and only then",
    () => {
      const levelOf = () => JSON.parse(writ("run", "--plan", ...COUNT.slice(1)).stdout).level;
      expect(levelOf()).toBe("strong");
      configure('[sandbox]\nrequired = "full"\n');
      expect(levelOf()).toBe("full");
      const { status, stdout } = writ(...COUNT);
      expect([status, stdout.split("\n").length]).toEqual([0, 2]);
    },
  );

  test("runs at the best level that is reached where less is required", () => {
    configure('[sandbox]\nrequired = "engine-only"\n');
    const { stdout } = writ("run", "--plan", ...COUNT.slice(1));
    expect(JSON.parse(stdout)).toMatchObject({ level: "strong", stage: { calls: expect.any(Array) } });
  });

  test("says which levels there are where the configuration names another", () => {
    configure('[sandbox]\nrequired = "none"\n');
    const { status, stderr } = writ(...COUNT);
    expect(status).toBe(2);
    expect(stderr).toMatch(/sandbox\.required.*engine-only/);
  });
});
