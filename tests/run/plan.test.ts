import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { readOutcome } from "../../src/run/outcome.ts";
import { type PlanRequest, planRun } from "../../src/run/plan.ts";
import { runnerModule } from "../../src/run/runner-module.ts";
import { LATER_LIMITS, type Limits } from "../../src/terms/limit.ts";

const MIB = 1024 * 1024;
const LIMITS: Limits = {
  cpuMs: 60_000,
  wallMs: 1000,
  memoryBytes: 256 * MIB,
  outputBytes: 10,
  ...LATER_LIMITS,
};

const REQUEST: PlanRequest = {
  face: "attended",
  reached: { level: "engine-only", missing: "" },
  engine: "/e/deno",
  guest: "/d/guest.txt",
  stages: "/s/stages",
  runner: "/s/r.mjs",
  helpers: "/d/writ.mjs",
  limits: LIMITS,
  invocation: { inputs: [], from: "auto", output: "auto", maxOutputBytes: 10, header: true },
  argv: ["--n=1"],
  feed: { kind: "none" },
  capabilities: [],
};

describe("planRun", () => {
  test("is pure: equal requests have one hash, different limits another", () => {
    expect(planRun(REQUEST)).toEqual(planRun(structuredClone(REQUEST)));
    const other = planRun({ ...REQUEST, limits: { ...LIMITS, cpuMs: 61_000 } });
    expect(other.hash).not.toBe(planRun(REQUEST).hash);
  });

  test("gives the child exactly four variables", () => {
    expect(planRun(REQUEST).env).toEqual({
      DENO_DIR: "/dev/null/none",
      DENO_NO_UPDATE_CHECK: "1",
      NO_COLOR: "1",
      TZ: "UTC",
    });
  });

  test("allows nothing, and reading only for the files of the run", () => {
    expect(planRun(REQUEST).argv.filter((word) => word.startsWith("--allow"))).toEqual([]);
    const inputs = [
      { name: "a,b", path: "/in/a,b" },
      { name: "c", path: "/in/c" },
    ];
    const plan = planRun({ ...REQUEST, invocation: { ...REQUEST.invocation, inputs } });
    expect(plan.argv.filter((word) => word.startsWith("--allow"))).toEqual(["--allow-read=/in/a,,b,/in/c"]);
  });

  test("allows the guest's own text where the engine imports none without: in node_modules, as an installed writ is", () => {
    const guest = "/usr/lib/node_modules/writ/dist/guest.txt";
    const allowed = (request: PlanRequest) =>
      planRun(request).argv.filter((word) => word.startsWith("--allow"));
    expect(allowed({ ...REQUEST, guest })).toEqual([`--allow-read=${guest}`]);
    expect(allowed({ ...REQUEST, guest, capabilities: ["read:/g/a"] })).toEqual([
      `--allow-read=${guest},/g/a`,
    ]);
    expect(allowed({ ...REQUEST, guest: "/usr/lib/node_modules_not/guest.txt" })).toEqual([]);
  });

  test("gives the engine one permission for each granted path and name, and nothing for the clock", () => {
    const capabilities = ["clock", "env:LD_PRELOAD", "random", "read:/g/a,b", "read:/g/c/", "write:/g/out"];
    const inputs = [{ name: "d", path: "/in/d" }];
    const plan = planRun({ ...REQUEST, capabilities, invocation: { ...REQUEST.invocation, inputs } });
    expect(plan.argv.filter((word) => word.startsWith("--allow"))).toEqual([
      ...["--allow-read=/g/a,,b,/g/c/,/in/d", "--allow-write=/g/out", "--allow-env=WRITENV_LD_PRELOAD"],
    ]);
    expect([plan.passes, plan.env]).toEqual([["WRITENV_LD_PRELOAD"], planRun(REQUEST).env]);
  });

  test.each(["read:*", "env:*", "read:relative", "net:host", "nonsense"])("grants no %s", (capability) => {
    expect(() => planRun({ ...REQUEST, capabilities: [capability] })).toThrow(capability);
  });

  test("sets each limit in a call of its own", () => {
    const script = planRun(REQUEST).argv[2]!;
    expect(script.split("; ").filter((call) => /^(cap \w|exec)/.test(call))).toEqual([
      ...["cap t S 60", "cap t H 61", "cap d S 819200", "cap d H 819200"],
      ...["cap c S 0", "cap c H 0", "cap n S 64", "cap n H 64"],
      'exec "$@"',
    ]);
  });

  test.each([
    ["no limit before", "true", "5 6 32"],
    ["a stricter one before", "ulimit -t 3; ulimit -n 20", "3 3 20"],
  ])("keeps what is stricter: %s", (_name, before, limits) => {
    const script = planRun({ ...REQUEST, limits: { ...LIMITS, cpuMs: 5000 } }).argv[2]!;
    const show = 'echo "$(ulimit -S -t) $(ulimit -H -t) $(ulimit -S -n)"';
    const run = spawnSync("/bin/sh", [
      "-c",
      `${before}; ${script.replace("n S 64", "n S 32").replace('exec "$@"', show)}`,
    ]);
    expect(run.stdout.toString().trim()).toBe(limits);
  });

  test("ends with 125 where a limit cannot be set", () => {
    const script = planRun(REQUEST).argv[2]!.replace("cap t S 60", "cap t S sixty");
    expect(spawnSync("/bin/sh", ["-c", script, "sh", "true"]).status).toBe(125);
    expect(spawnSync("/bin/sh", ["-c", planRun(REQUEST).argv[2]!, "sh", "true"]).status).toBe(0);
  });

  test("bounds CPU by twice the wall time where only that is limited", () => {
    const script = planRun({ ...REQUEST, limits: { ...LIMITS, cpuMs: null } }).argv[2]!;
    expect(script).toContain("cap t S 2; cap t H 3");
  });

  test("tells the runner what to count", () => {
    const counted = (limits: Partial<Limits>) =>
      JSON.parse(planRun({ ...REQUEST, argv: [], limits: { ...LIMITS, ...limits } }).argv.at(-1)!);
    expect(counted({})).toMatchObject({ maxOutputBytes: 10, maxLineBytes: 64 * MIB });
    expect(counted({})).not.toHaveProperty("maxRecords");
    expect(counted({ records: 5, lineBytes: 1024 })).toMatchObject({ maxRecords: 5, maxLineBytes: 1024 });
  });

  test("watches wall and memory, and nothing that is unlimited", () => {
    expect(planRun(REQUEST).watch).toEqual({ wallMs: 1000, residentBytes: 320 * MIB });
    const free = planRun({ ...REQUEST, limits: { ...LIMITS, wallMs: null, cpuMs: null } });
    expect(free.watch.wallMs).toBeNull();
    expect(free.argv[2]).not.toContain("cap t");
  });
});

describe("planRun at level strong", () => {
  const strong = planRun({ ...REQUEST, reached: { level: "strong", means: "stage", landlockAbi: 6 } });
  const bare = planRun(REQUEST);

  test("differs from engine-only by the stage alone, and by who sets the limits", () => {
    expect(bare.stage).toBeNull();
    expect(strong.argv[4]).toBe(strong.stage?.path);
    expect(strong.argv.toSpliced(4, 1).slice(3)).toEqual(bare.argv.slice(3));
    expect([strong.env, strong.watch, strong.limits]).toEqual([bare.env, bare.watch, bare.limits]);
    expect(strong.argv[2]!.match(/cap \w [SH] \d+/g)).toEqual(["cap t S 60", "cap t H 61"]);
  });

  test("puts its layers on in the one order in which each still can be", () => {
    const calls = strong.stage!.calls.map(({ call }) => call);
    const firstOf = ["prctl", "close_range", "prlimit64", "landlock_create_ruleset", "seccomp"] as const;
    const places = firstOf.map((call) => calls.indexOf(call));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBe(0);
    expect(calls.at(-1)).toBe("seccomp");
  });

  test("listens for its parent on stderr only where that is the parent's, and else on a pipe for that", () => {
    const direct = planRun({
      ...REQUEST,
      face: "direct",
      reached: { level: "strong", means: "stage", landlockAbi: 6 },
    });
    const polled = ({ stage }: typeof direct) => stage!.calls.find(({ call }) => call === "ppoll")?.args[0];
    expect([polled(strong), polled(direct)]).toEqual([{ words: [2] }, { words: [8] }]);
  });

  test("has the kernel's own timer only where no parent has one, and only with a limit on time", () => {
    const timer = (face: "direct" | "attended", wallMs: number | null) =>
      planRun({
        ...REQUEST,
        face,
        limits: { ...LIMITS, wallMs },
        reached: { level: "strong", means: "stage", landlockAbi: 6 },
      }).stage!.calls.find(({ call }) => call === "setitimer")?.args[1];
    expect(timer("direct", 1500)).toEqual({ words: [0, 0, 1, 500_000] });
    expect([timer("direct", null), timer("attended", 1500)]).toEqual([undefined, undefined]);
  });

  test("names the stage by its bytes: another limit or file is another stage, another option is not", () => {
    const path = (changes: Partial<PlanRequest>) =>
      planRun({ ...REQUEST, reached: { level: "strong", means: "stage", landlockAbi: 6 }, ...changes }).stage
        ?.path;
    expect(path({ argv: ["--n=2"] })).toBe(strong.stage?.path);
    expect(path({ limits: { ...LIMITS, cpuMs: 1000 } })).toBe(strong.stage?.path);
    expect(path({ limits: { ...LIMITS, memoryBytes: 128 * MIB } })).not.toBe(strong.stage?.path);
    const inputs = [{ name: "a", path: "/in/a" }];
    expect(path({ invocation: { ...REQUEST.invocation, inputs } })).not.toBe(strong.stage?.path);
  });
});

describe("runnerModule", () => {
  const module = (javascript: string) =>
    runnerModule({
      guest: "/d/guest.txt",
      javascript,
      schema: { summary: "", options: [] },
      capabilities: [],
    });

  test("carries the snippet as a string, whatever is in it", () => {
    const { text } = module('"); Deno.exit(9); ("\u2028`$x`</script>');
    expect(text.split("\n")).toHaveLength(3);
    expect(text).toContain('await start({"javascript":"\\"); Deno.exit(9); (\\"\\u2028');
  });

  test("is named by its content", () => {
    expect(module("a").name).toBe(module("a").name);
    expect(module("a").name).not.toBe(module("b").name);
  });
});

describe("readOutcome", () => {
  const ending = {
    code: null,
    signal: null,
    mark: null,
    relayed: false,
    ran: true,
    caller: { addressBytes: null, dataBytes: null, stackBytes: 8 * MIB },
    limits: LIMITS,
    memory: { residentBytes: 100 * MIB, dataBytes: 600 * MIB },
    idleBytes: 64 * MIB,
    stderrTail: "tail",
    wallMs: 7,
  };
  test.each([
    [{ code: 0 }, { kind: "done" }],
    [{ code: 1 }, { kind: "failed", detail: "tail" }],
    [{ code: 2 }, { kind: "usage" }],
    [{ code: 65 }, { kind: "malformed" }],
    [{ code: 77 }, { kind: "failed" }],
    [{ code: 124 }, { kind: "failed" }],
    [{ code: 125 }, { kind: "sealing-failed", probable: true }],
    [
      { code: 125, ran: false },
      { kind: "sealing-failed", probable: false },
    ],
    [{ code: 126 }, { kind: "sealing-failed", probable: true }],
    [
      { signal: "SIGTRAP" as const, caller: { addressBytes: 4e9, dataBytes: null, stackBytes: null } },
      { kind: "crashed", detail: expect.stringContaining("ulimit -v takes") },
    ],
    [
      { signal: "SIGSEGV" as const, caller: { addressBytes: null, dataBytes: null, stackBytes: 65536 } },
      { kind: "crashed", detail: expect.stringContaining("ulimit -s takes 1024") },
    ],
    [{ code: 137 }, { kind: "limit", limit: "memory", probable: true }],
    [{ code: 153 }, { kind: "limit", limit: "output", probable: true }],
    [{ code: 153, limits: { ...LIMITS, outputBytes: null } }, { kind: "failed" }],
    [{ code: 154 }, { kind: "failed" }],
    [
      { code: 154, limits: { ...LIMITS, records: 9 } },
      { kind: "limit", limit: "records", value: 9 },
    ],
    [{ code: 66 }, { kind: "input-failed", detail: "tail", said: true }],
    [{ signal: "SIGXCPU" as const }, { kind: "limit", limit: "cpu", probable: false }],
    [{ signal: "SIGTRAP" as const }, { kind: "limit", limit: "memory", probable: true }],
    [{ signal: "SIGKILL" as const }, { kind: "crashed" }],
    [{ signal: "SIGSEGV" as const }, { kind: "crashed" }],
    [
      { signal: "SIGSEGV" as const, memory: { residentBytes: 300 * MIB, dataBytes: 0 } },
      { kind: "limit", limit: "memory", used: 236 * MIB, probable: true },
    ],
    [
      { signal: "SIGILL" as const, memory: { residentBytes: 100 * MIB, dataBytes: 790 * MIB } },
      { kind: "limit", limit: "memory", used: null, probable: true },
    ],
    [{ code: 1, stderrTail: "Deno has panicked" }, { kind: "failed" }],
    [
      { code: 1, stderrTail: "Deno has panicked", memory: { residentBytes: 300 * MIB, dataBytes: 0 } },
      { kind: "limit", limit: "memory", probable: true },
    ],
    [
      { code: 1, memory: { residentBytes: 300 * MIB, dataBytes: 0 } },
      { kind: "failed", detail: "tail" },
    ],
    [
      { signal: "SIGKILL" as const, mark: { kind: "wall" as const } },
      { kind: "limit", limit: "wall" },
    ],
    [
      { code: 0, mark: { kind: "memory" as const, residentBytes: 400 * MIB } },
      { kind: "limit", limit: "memory", used: 336 * MIB, probable: false },
    ],
    [
      { signal: "SIGKILL" as const, mark: { kind: "signal" as const, signal: "SIGHUP" as const } },
      { kind: "stopped", signal: "SIGHUP" },
    ],
  ])("reads %j", (changes, outcome) => {
    expect(readOutcome({ ...ending, ...changes })).toMatchObject(outcome);
  });
});
