// The two faces of a run have one plan. Over a table of grants and limits, all that may differ is named here.
import { describe, expect, test } from "vitest";
import type { Face } from "../../src/run/face.ts";
import { type Plan, type PlanRequest, planRun } from "../../src/run/plan.ts";
import type { Call } from "../../src/run/stage/call.ts";
import { DRAFT_LIMITS, keptLimits, type Limits } from "../../src/terms/limit.ts";

const GIB = 1024 ** 3;

const GRANTS: Readonly<Record<string, readonly string[]>> = {
  nothing: [],
  "a file": ["read:/g/a,b"],
  "a folder and a file to write": ["read:/g/f/", "write:/g/out"],
  "the clock and chance": ["clock", "random"],
  variables: ["env:LD_PRELOAD", "env:TOKEN"],
  everything: ["clock", "env:TOKEN", "random", "read:/g/a", "read:/g/f/", "write:/g/out"],
};

const LIMITS: Readonly<Record<string, Limits>> = {
  "of a draft": DRAFT_LIMITS,
  "of a kept command": keptLimits(8 * GIB),
  "with CPU alone": { ...keptLimits(8 * GIB), cpuMs: 1000 },
  "with output": { ...keptLimits(8 * GIB), outputBytes: 10 },
  tight: { ...DRAFT_LIMITS, cpuMs: 500, wallMs: 500, memoryBytes: 128 * 1024 ** 2 },
};

const CASES = Object.keys(GRANTS).flatMap((grants) =>
  Object.keys(LIMITS).flatMap((limits) => [6, 1].map((abi) => ({ grants, limits, abi }))),
);

function planFor(face: Face, { grants, limits, abi }: (typeof CASES)[number]): Plan {
  const request: PlanRequest = {
    face,
    reached: { level: "strong", means: "stage", landlockAbi: abi },
    ...{ engine: "/e/deno", guest: "/d/guest.txt", stages: "/s/stages", runner: "/s/r.mjs" },
    helpers: "/d/writ.mjs",
    limits: LIMITS[limits]!,
    invocation: { inputs: [], from: "auto", output: "auto", maxOutputBytes: null, header: true },
    argv: ["--n=1"],
    feed: { kind: "none" },
    capabilities: GRANTS[grants]!,
  };
  return planRun(request);
}

/** Where each asks whether its parent lives (layers/parent-death.ts), and the timer that no parent has (limit-signals.ts). */
const APART = ["ppoll", "setitimer"];
const shared = (calls: readonly Call[]) => calls.filter(({ call }) => !APART.includes(call));
const apart = (calls: readonly Call[]) => calls.filter(({ call }) => APART.includes(call));
const listening = (calls: readonly Call[]) => apart(calls)[0]!.args[0];

/** What follows from the bytes of the stage. */
const withoutStage = ({ stage, hash: _, face: __, argv, ...plan }: Plan) => ({
  ...plan,
  argv: argv.map((word) => (word === stage?.path ? "the stage" : word)),
});

describe("the direct and the attended plan", () => {
  test.each(CASES)("are one, with $grants, limits $limits, Landlock $abi", (one) => {
    const [direct, attended] = [planFor("direct", one), planFor("attended", one)];
    expect([direct.face, attended.face]).toEqual(["direct", "attended"]);
    expect(withoutStage(direct)).toEqual(withoutStage(attended));
    const [from, to] = [direct.stage!, attended.stage!];
    expect({ ...from, calls: [], path: "", sha256: "" }).toEqual({ ...to, calls: [], path: "", sha256: "" });
    expect(shared(from.calls)).toEqual(shared(to.calls));
    expect([listening(from.calls), listening(to.calls)]).toEqual([{ words: [8] }, { words: [2] }]);
    const hasTimer = LIMITS[one.limits]!.wallMs !== null;
    expect(apart(from.calls).map(({ call }) => call)).toEqual(hasTimer ? APART : ["ppoll"]);
    expect(apart(to.calls).map(({ call }) => call)).toEqual(["ppoll"]);
  });

  test("differ between any two of these grants and limits (control: the table tells them apart)", () => {
    const hashes = new Set(CASES.map((one) => planFor("direct", one).hash));
    // Clock and chance open nothing: the runner module, which carries them, is another.
    const same = CASES.filter(({ grants }) => grants === "the clock and chance").length;
    expect(hashes.size).toBe(CASES.length - same);
  });
});
