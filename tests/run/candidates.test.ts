import { describe, expect, test } from "vitest";
import { candidates, type Machinery, wordMissing } from "../../src/run/candidates.ts";

const LINUX: Machinery = {
  platform: "linux-x64",
  bubblewrap: "/usr/bin/bwrap",
  perl: "/usr/bin/perl",
  landlockNewest: 2,
  landlockOldest: 1,
  macosProfile: false,
};
const BARE = { ...LINUX, bubblewrap: null, perl: null };
const ARM = { ...LINUX, platform: "linux-arm64" };
const MAC = { ...BARE, platform: "darwin-arm64" };

const tried = (wall: "full" | "strong" | "namespace", machinery: Machinery) =>
  candidates(wall, machinery).map((one) =>
    "means" in one ? `${one.means}${"landlockAbi" in one ? one.landlockAbi : ""}` : one.level,
  );

describe("candidates", () => {
  test.each([
    ["strong", LINUX, ["stage2", "perl2", "stage1", "perl1"]],
    ["strong", BARE, ["stage2", "stage1"]],
    ["strong", { ...LINUX, landlockNewest: 0 }, []],
    ["strong", { ...LINUX, landlockOldest: 2 }, ["stage2", "perl2"]],
    ["strong", ARM, ["perl2", "perl1"]],
    ["strong", { ...ARM, perl: null }, []],
    ["strong", MAC, []],
    ["full", LINUX, ["stage2", "perl2", "stage1", "perl1"]],
    ["full", BARE, []],
    ["full", { ...LINUX, landlockNewest: 0 }, []],
    ["namespace", LINUX, ["bubblewrap"]],
    ["namespace", ARM, ["bubblewrap"]],
    ["namespace", BARE, []],
    ["namespace", MAC, []],
    ["namespace", { ...MAC, macosProfile: true }, ["sandbox-exec"]],
    ["namespace", { ...LINUX, platform: "freebsd-x64" }, []],
  ] as const)("for %s on %j", (wall, machinery, expected) => {
    expect(tried(wall, machinery)).toEqual(expected);
  });
});

describe("wordMissing", () => {
  test.each([
    ["full", BARE, /^install bubblewrap and allow user namespaces$/],
    ["full", LINUX, /allow user namespaces/],
    ["strong", { ...LINUX, landlockNewest: 0 }, /no Landlock \(Linux 5\.13/],
    ["strong", BARE, /no folder here may hold a program and there is no perl/],
    ["strong", { ...ARM, perl: null }, /linux-arm64 perl .* there is none/],
    ["strong", MAC, /takes Linux, and this is macOS/],
    ["namespace", MAC, /untested.*\[sandbox\] macos = "untested-profile"/],
    ["namespace", { ...LINUX, platform: "freebsd-x64" }, /this is freebsd-x64/],
  ] as const)("%s on %j", (wall, machinery, expected) => {
    expect(wordMissing(wall, machinery)).toMatch(expected);
  });
});
