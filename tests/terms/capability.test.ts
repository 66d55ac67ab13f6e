import { describe, expect, test } from "vitest";
import {
  capabilityList,
  covers,
  formatCapability,
  grantedPath,
  parseCapability,
  type Wanted,
} from "../../src/terms/capability.ts";

describe("parseCapability", () => {
  test.each([
    ["read:/a b/c:d,e", { kind: "read", path: "/a b/c:d,e" }],
    ["write:/a", { kind: "write", path: "/a" }],
    ["env:LD_PRELOAD", { kind: "env", name: "LD_PRELOAD" }],
    ["clock", { kind: "clock" }],
    ["random", { kind: "random" }],
  ])("reads %s and writes it again", (text, wanted) => {
    expect(parseCapability(text)).toEqual(wanted);
    expect(formatCapability(wanted as Wanted)).toBe(text);
  });

  test.each([
    ["net:example.org", /comes later, through the host/],
    ["run:ls", /comes later/],
    ["tool:a/b", /comes later/],
    ["model", /comes later/],
    ["read:", /needs a path/],
    ["env:", /needs a name/],
    ["env:A=B", /not the name of a variable/],
    ["env:*", /not the name of a variable/],
    ["clock:now", /takes nothing/],
    ["everything", /must be read:PATH/],
    ["", /must be read:PATH/],
  ])("says why %j is none", (text, problem) => {
    expect(parseCapability(text)).toMatch(problem);
  });
});

test("capabilityList is the same for the same set", () => {
  expect(capabilityList(["random", "clock", "random"])).toEqual(["clock", "random"]);
});

test.each([
  ["read:/a", "read:/a", true],
  ["read:/a/", "read:/a/b/c", true],
  ["read:/a/", "read:/a/", true],
  ["read:/a", "read:/a/b", false],
  ["read:/a/", "read:/ab", false],
  ["read:/a", "write:/a", false],
  ["env:A", "env:A", true],
  ["env:A", "env:AB", false],
  ["clock", "clock", true],
  ["clock", "random", false],
])("covers: %s, wanted %s: %s", (grant, wanted, expected) => {
  expect(covers(parseCapability(grant) as Wanted, parseCapability(wanted) as Wanted)).toBe(expected);
});

describe("grantedPath", () => {
  const granted = ["/w/data/rates.csv", "/w/logs/", "/w/other/b.csv", "/x/b.csv"];
  test.each([
    ["/w/data/rates.csv", "/w/data/rates.csv"],
    ["rates.csv", "/w/data/rates.csv"],
    ["./data/rates.csv", "/w/data/rates.csv"],
    ["other/b.csv", "/w/other/b.csv"],
    ["logs/today", "/w/logs/today"],
    ["/w/logs/a/b", "/w/logs/a/b"],
  ])("%s stands for %s", (written, path) => {
    expect(grantedPath(granted, written)).toBe(path);
  });

  test.each(["/w/data", "", "../data/rates.csv", "b.csv", "/w/logs/../secret", "/etc/passwd"])(
    "%j stands for none",
    (written) => {
      expect(grantedPath(granted, written)).toBeNull();
    },
  );

  test("takes the file that ends with it before a place beneath a folder, and guesses between no two", () => {
    expect(grantedPath(["/w/logs/", "/x/a.csv"], "a.csv")).toBe("/x/a.csv");
    expect(grantedPath(["/w/logs/", "/x/a.csv"], "b.csv")).toBe("/w/logs/b.csv");
    expect(grantedPath(["/w/logs/", "/x/"], "b.csv")).toBeNull();
    expect(grantedPath(["/x/a.csv"], "xa.csv")).toBeNull();
  });
});
