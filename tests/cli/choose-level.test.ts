import { describe, expect, test } from "vitest";
import { chooseLevel } from "../../src/cli/sandbox/sandbox-level.ts";
import type { Wall } from "../../src/run/candidates.ts";
import type { Looked } from "../../src/run/probe.ts";

const bubblewrap = "/usr/bin/bwrap";
const REACHED: Readonly<Record<Wall, Looked>> = {
  full: { kind: "reached", reached: { level: "full", means: "stage", landlockAbi: 6, bubblewrap } },
  strong: { kind: "reached", reached: { level: "strong", means: "stage", landlockAbi: 6 } },
  namespace: {
    kind: "reached",
    reached: { level: "namespace", means: "bubblewrap", bubblewrap, machine: "x64" },
  },
};
const missing = (text: string, kernel = false): Looked => ({ kind: "missing", missing: text, kernel });

const EVERYTHING = REACHED;
const NO_BUBBLEWRAP = { ...REACHED, full: missing("no bwrap"), namespace: missing("no bwrap") };
const OLD_KERNEL = { ...REACHED, full: missing("no"), strong: missing("no Landlock", true) };
const NO_FOLDER = { ...REACHED, full: missing("no"), strong: missing("no folder") };
const NOTHING = { full: missing("no bwrap"), strong: missing("no folder"), namespace: missing("no bwrap") };

async function chosen(
  machine: Readonly<Record<Wall, Looked>>,
  typed?: "full" | "strong" | "namespace" | "engine-only",
) {
  const asked: Wall[] = [];
  const look = async (wall: Wall) => {
    asked.push(wall);
    return machine[wall];
  };
  const { level, required, missing } = await chooseLevel(look, typed);
  return { level, required, missing, asked: [...new Set(asked)] };
}

describe("chooseLevel", () => {
  test.each([
    ["strong by itself, and looks at nothing else", EVERYTHING, undefined, "strong", "strong", null],
    ["strong where less would do", EVERYTHING, "namespace", "strong", "namespace", null],
    ["strong where nothing is required", EVERYTHING, "engine-only", "strong", "engine-only", null],
    ["full for whoever requires it", EVERYTHING, "full", "full", "full", null],
    ["too little, and says what full would take", NO_BUBBLEWRAP, "full", "strong", "full", "no bwrap"],
    ["namespace on a kernel that has no more", OLD_KERNEL, undefined, "namespace", "namespace", null],
    [
      "too little there for whoever requires strong",
      OLD_KERNEL,
      "strong",
      "namespace",
      "strong",
      "no Landlock",
    ],
    [
      "too little where it is not the kernel's fault",
      NO_FOLDER,
      undefined,
      "namespace",
      "strong",
      "no folder",
    ],
    ["namespace there for whoever accepts it", NO_FOLDER, "namespace", "namespace", "namespace", null],
    ["nothing, by name", NOTHING, undefined, "engine-only", "strong", "no folder"],
    ["nothing where that is accepted", NOTHING, "engine-only", "engine-only", "engine-only", null],
  ] as const)("gives %s", async (_what, machine, typed, level, required, why) => {
    expect(await chosen(machine, typed)).toMatchObject({ level, required, missing: why });
  });

  test("asks for no probe that it does not need", async () => {
    expect((await chosen(EVERYTHING)).asked).toEqual(["strong"]);
    expect((await chosen(OLD_KERNEL)).asked).toEqual(["strong", "namespace"]);
  });
});
