import { describe, expect, test } from "vitest";
import { whyNotSealed } from "../../../src/cli/drafting/why-not-sealed.ts";
import type { Level } from "../../../src/terms/level.ts";

const at = (level: Level, required: Level) => whyNotSealed([], { level, required });

describe("code that nobody approved", () => {
  test.each<[Level, Level]>([
    ["full", "full"],
    ["strong", "strong"],
    ["full", "strong"],
    ["namespace", "namespace"],
  ])("runs at %s where %s is required", (level, required) => {
    expect(at(level, required)).toBeNull();
  });

  test.each<[Level, Level]>([
    ["strong", "full"],
    ["namespace", "strong"],
  ])("does not run at %s where %s is required", (level, required) => {
    expect(at(level, required)).toBe(`the sandbox here is ${level}, and ${required} is required`);
  });

  test.each<Level>(["engine-only", "strong"])(
    "never runs with engine permissions alone, also where %s is required",
    (required) => {
      expect(at("engine-only", required)).toMatch(/^the sandbox here is engine-only, which holds no code/);
    },
  );

  test("does not run where it asks for more than its input", () => {
    const why = whyNotSealed(["clock"], { level: "full", required: "strong" });
    expect(why).toBe("it asks for more than its input, and nothing is granted here: the clock");
  });
});
