import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SECRET_KINDS } from "../../../src/sample/redact/secret-kinds.ts";

test.each([...new Set(SECRET_KINDS.map(({ name }) => name))])("docs/privacy.md names %s", (name) => {
  const rows = readFileSync("docs/privacy.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "));
  expect(
    rows.filter((row) =>
      row
        .split("|")[1]!
        .split(",")
        .some((kind) => kind.trim() === name),
    ),
  ).toHaveLength(1);
});
