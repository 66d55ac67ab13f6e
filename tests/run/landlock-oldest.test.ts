import { expect, test } from "vitest";
import { landlockOldest } from "../../src/run/landlock-oldest.ts";

test.each([
  ["5.13.0", 1],
  ["5.14.0-427.el9.x86_64", 1],
  ["5.19.2", 2],
  ["6.1.0-18-amd64", 2],
  ["6.2", 3],
  ["6.8.0-31-generic", 4],
  ["6.10.1", 5],
  ["6.12.48+deb13-amd64", 6],
  ["6.18.44", 6],
  ["7.0.0", 6],
  ["4.4.0", 1],
  ["", 1],
  ["unknown", 1],
])("a kernel that is called %j has no older interface of Landlock than %d", (release, oldest) => {
  expect(landlockOldest(release)).toBe(oldest);
});
