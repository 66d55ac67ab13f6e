// The product under conditions that are arranged around it: each ends at the right level or refuses. What cannot be
// arranged on this machine (most of it takes root) is skipped.
import { spawnSync } from "node:child_process";
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { lookedHere } from "../support/this-machine.ts";

const NOBODY = 65534;
const AS_NOBODY = ["setpriv", `--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"];
// A user namespace in which no other can be made, and no right to do without one.
const NO_NAMESPACES = [
  ...["unshare", "-Ur", "sh", "-c"],
  'echo 0 > /proc/sys/user/max_user_namespaces && exec setpriv --bounding-set=-all --inh-caps=-all "$@"',
  "sh",
];
// Folders that hold no programs, for the state and for what is temporary.
const NOEXEC = [
  ...["unshare", "-m", "sh", "-c"],
  'mount -t tmpfs -o noexec,mode=700 none "$HOME" && mkdir "$HOME/tmp" && TMPDIR="$HOME/tmp" exec "$@"',
  "sh",
];

const RUN = [
  "run",
  "top-values",
  "-n",
  "1",
  "--field",
  "address",
  "samples/access.log",
  "samples/access.log",
];
const strong = await lookedHere("strong");
const full = await lookedHere("full");

const homes: string[] = [];
let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "writ-conditions-"));
  homes.push(home);
});
afterAll(() => {
  for (const one of homes) rmSync(one, { recursive: true });
});

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function writ(around: readonly string[], ...words: readonly string[]): Ran {
  const [program, ...rest] = [...around, resolve("bin/writ"), ...words];
  const env = { PATH: process.env.PATH, HOME: home };
  return spawnSync(program!, rest, { env, encoding: "utf8" });
}

/** What the doctor says of a level. */
function levels({ stdout }: Ran): Readonly<Record<string, string>> {
  const rows = JSON.parse(stdout) as readonly { readonly name: string; readonly detail: string }[];
  const said = rows.filter(({ name }) => name.trim() === "level").map(({ detail }) => detail);
  return Object.fromEntries(said.map((text) => [text.split(":")[0], text.slice(text.indexOf(":") + 2)]));
}

function requireLevel(level: string): void {
  mkdirSync(join(home, ".config", "writ"), { recursive: true });
  writeFileSync(join(home, ".config", "writ", "config.toml"), `[sandbox]\nrequired = "${level}"\n`);
}

const canArrange = (around: readonly string[]) => {
  const [program, ...rest] = [...around, "test", "-r", resolve("dist/main.js")];
  const env = { PATH: process.env.PATH, HOME: mkdtempSync(join(tmpdir(), "writ-conditions-")) };
  homes.push(env.HOME);
  return spawnSync(program!, rest, { env }).status === 0;
};

const runsAsNobody = process.geteuid?.() === 0 && canArrange(AS_NOBODY);

describe.skipIf(strong.kind !== "reached")("with nothing arranged", () => {
  test("runs get strong, and the doctor says by what", () => {
    expect(levels(writ([], "doctor", "--json")).strong).toBe("reached, by a stage of writ's own");
    expect(writ([], ...RUN).status).toBe(0);
  });
});

describe.skipIf(strong.kind !== "reached" || !runsAsNobody)("as a plain user", () => {
  beforeEach(() => chownSync(home, NOBODY, NOBODY));

  test("strong is reached, and a run gets it", () => {
    expect(levels(writ(AS_NOBODY, "doctor", "--json")).strong).toMatch(/^reached/);
    const plan = writ(AS_NOBODY, "run", "--plan", ...RUN.slice(1));
    expect(JSON.parse(plan.stdout)).toMatchObject({ level: "strong", means: "stage" });
    const { status, stdout } = writ(AS_NOBODY, ...RUN);
    expect([status, JSON.parse(stdout).count]).toEqual([0, expect.any(Number)]);
  });

  test("a state folder of somebody else is refused with 126, by its owner and what mends it", () => {
    chownSync(home, NOBODY, NOBODY);
    mkdirSync(join(home, ".local", "state", "writ"), { recursive: true });
    const { status, stdout, stderr } = writ(AS_NOBODY, ...RUN);
    expect([status, stdout]).toEqual([126, ""]);
    expect(stderr).toMatch(/belongs to user 0 and you are 65534.*chown -R 65534 /);
  });
});

describe.skipIf(strong.kind !== "reached" || !canArrange(NO_NAMESPACES))("with user namespaces off", () => {
  test("strong is reached all the same, and the doctor says what full would take", () => {
    const said = levels(writ(NO_NAMESPACES, "doctor", "--json"));
    expect(said.strong).toMatch(/^reached/);
    expect(said.full).toMatch(/^not reached: (install bubblewrap|.*allow user namespaces)/);
    expect(said.namespace).toMatch(/^not reached: /);
    expect(writ(NO_NAMESPACES, ...RUN).status).toBe(0);
  });

  test("full is refused with 126 where it is required, and nothing runs", () => {
    requireLevel("full");
    const { status, stdout, stderr } = writ(NO_NAMESPACES, ...RUN);
    expect([status, stdout]).toEqual([126, ""]);
    expect(stderr).toMatch(/full is required, strong is reached: .*user namespaces/);
  });
});

const isWithoutPerl = strong.kind !== "reached" || spawnSync("/usr/bin/perl", ["-v"]).status !== 0;

describe.skipIf(isWithoutPerl || !canArrange(NOEXEC))("where no folder may hold a program", () => {
  test("perl puts the layers on, and strong is reached by it", () => {
    expect(levels(writ(NOEXEC, "doctor", "--json")).strong).toMatch(/^reached, by perl/);
    const plan = JSON.parse(writ(NOEXEC, "run", "--plan", ...RUN.slice(1)).stdout);
    expect(plan).toMatchObject({ level: "strong", means: "perl" });
    const { status, stdout } = writ(NOEXEC, ...RUN);
    expect([status, JSON.parse(stdout).count]).toEqual([0, expect.any(Number)]);
  });
});

describe.skipIf(full.kind !== "reached")("where full is required", () => {
  test("a run gets it, in namespaces where this machine's processes are not", () => {
    requireLevel("full");
    const plan = JSON.parse(writ([], "run", "--plan", ...RUN.slice(1)).stdout);
    expect(plan).toMatchObject({ level: "full", namespaces: { status: 3 } });
    expect(writ([], ...RUN).status).toBe(0);
  });
});
