import { describe, expect, test } from "vitest";
import { ALLOWED, allowedGlobal, isAllowedMember } from "../../src/check/allowed-globals.ts";
import { ALLOWED_GLOBALS } from "../../src/terms/globals.ts";

test("every allowed global has one row that says what of it is allowed, and no other name has", () => {
  const names = ALLOWED.flatMap((row) => row.names);
  expect(names.toSorted()).toEqual([...ALLOWED_GLOBALS].sort());
  expect(new Set(names).size).toBe(names.length);
});

describe("the list of allowed members leaves out", () => {
  test.each([
    ["Object", "setPrototypeOf"],
    ["Object", "getOwnPropertyDescriptors"],
    ["Object", "constructor"],
    ["Symbol", "for"],
    ["Error", "prepareStackTrace"],
    ["URL", "createObjectURL"],
    ["console", "time"],
    ["Math", "call"],
  ])("%s.%s", (name, member) => {
    expect(isAllowedMember(allowedGlobal(name)!, member)).toBe(false);
  });

  test("no member that this engine has and that works on data alone", () => {
    const unlisted = ["Math", "JSON", "Number", "Array", "String", "Promise", "Map", "BigInt"].flatMap(
      (name) => {
        const global = (globalThis as unknown as Record<string, object>)[name]!;
        const members = Object.getOwnPropertyNames(global).filter((one) => /^[a-z]/i.test(one));
        return members
          .filter((one) => !isAllowedMember(allowedGlobal(name)!, one))
          .map((one) => `${name}.${one}`);
      },
    );
    expect(unlisted).toEqual([]);
  });
});
