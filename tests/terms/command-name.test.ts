import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { nameTrouble, OWN_WORDS } from "../../src/terms/command-name.ts";

describe("the name of a new command", () => {
  test("is none of the words that writ has itself", () => {
    expect(COMMANDS.map(({ name }) => name).filter((name) => nameTrouble(name) === null)).toEqual([]);
    expect(nameTrouble("run")).toBe("run is a word of writ's own: choose another name");
    expect([...OWN_WORDS].sort()).toEqual([...OWN_WORDS]);
  });

  test("may begin with one", () => expect(nameTrouble("run-slow")).toBe(null));

  test("is lower-case letters, digits and hyphens", () => {
    expect(nameTrouble("Run")).toMatch(/^a name is /);
    expect(nameTrouble("a/b")).toMatch(/^a name is /);
  });
});
