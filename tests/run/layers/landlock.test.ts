import { describe, expect, test } from "vitest";
import { grantsFor } from "../../../src/run/grants/index.ts";
import { landlock } from "../../../src/run/layers/landlock.ts";
import { BARE, type LayerRequest } from "../../../src/run/layers/layer.ts";
import type { Call } from "../../../src/run/stage/call.ts";

const REQUEST: LayerRequest = {
  engine: "/e/deno",
  runner: "/s/r.mjs",
  guest: "/d/guest.txt",
  helpers: "/d/writ.mjs",
  granted: grantsFor([], ["/in/a", "/in/b"]),
  v8Flags: [],
  rlimits: [],
  alarmMs: null,
  level: "strong",
  face: "attended",
  landlockAbi: 6,
  machine: "x64",
};

function callsFor(changes: Partial<LayerRequest> = {}): readonly Call[] {
  return landlock.apply(BARE, { ...REQUEST, ...changes }).calls;
}

describe("landlock", () => {
  test.each([
    [1, [0x1fff, 0, 0]],
    [2, [0x3fff, 0, 0]],
    [3, [0x7fff, 0, 0]],
    [4, [0x7fff, 3, 0]],
    [5, [0xffff, 3, 0]],
    [6, [0xffff, 3, 3]],
    [7, [0xffff, 3, 3]],
  ])("asks interface %d for what it knows", (landlockAbi, words) => {
    const [create] = callsFor({ landlockAbi });
    expect(create).toEqual({ call: "landlock_create_ruleset", args: [{ words }, 24, 0], most: 3 });
  });

  test("lets the engine and its loader alone be executed, and nothing but /dev/null be written", () => {
    const calls = callsFor();
    const granted = calls.flatMap(({ call, args }, i) => {
      const rights = calls[i + 1]?.args[2] as { words: readonly number[] };
      return call === "openat" ? [[(args[1] as { text: string }).text, rights.words[0]!] as const] : [];
    });
    expect(granted.flatMap(([path, rights]) => (rights & 1 ? [path] : []))).toEqual([
      "/lib64/ld-linux-x86-64.so.2",
      "/e/deno",
    ]);
    expect(granted.flatMap(([path, rights]) => (rights & ~5 ? [path] : []))).toEqual(["/dev/null"]);
    expect(granted.slice(-5).map(([path]) => path)).toEqual([
      ...["/s/r.mjs", "/d/guest.txt", "/d/writ.mjs", "/in/a", "/in/b"],
    ]);
  });

  test("opens a granted path only without symbolic links, and for what was granted", () => {
    const capabilities = ["read:/g/file", "read:/g/folder/", "write:/g/out", "clock", "env:HOME"];
    const rulesAt = (landlockAbi: number) => {
      const calls = callsFor({ granted: grantsFor(capabilities, []), landlockAbi });
      return calls.flatMap(({ call, args }, i) => {
        const rights = calls[i + 1]?.args[2] as { words: readonly number[] };
        return call === "openat2" ? [[(args[1] as { text: string }).text, args[2], rights.words[0]!]] : [];
      });
    };
    const how = { words: [0x280000, 0, 6] };
    const reads = [
      ["/g/file", how, 4],
      ["/g/folder/", how, 4],
    ];
    expect(rulesAt(6)).toEqual([...reads, ["/g/out", how, 2 | (1 << 14)]]);
    expect(rulesAt(2)).toEqual([...reads, ["/g/out", how, 2]]);
  });

  test("fails where one of the run's own files is missing, not where a distribution has other folders", () => {
    const most = (path: string) =>
      callsFor().find(({ args }) => typeof args[1] === "object" && "text" in args[1] && args[1].text === path)
        ?.most;
    expect([most("/in/a"), most("/e/deno"), most("/usr/lib/x86_64-linux-gnu")]).toEqual([4, 4, -1]);
  });
});
