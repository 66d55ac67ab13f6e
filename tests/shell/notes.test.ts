import { expect, test } from "vitest";
import { plain } from "../../src/shell/line.ts";
import { notesOf } from "../../src/shell/notes.ts";
import type { Sample } from "../../src/terms/sample.ts";

const at = { v: 1, at: "2026-01-01T00:00:00.000Z" } as const;
const sample: Sample = {
  input: "access.log",
  format: "ndjson",
  why: "every line is an object",
  fields: [
    { name: "status", types: ["number"], optional: false },
    { name: "path", types: ["string"], optional: true },
  ],
  records: [{}, {}],
  recordType: "{}",
  bytes: 2048,
  complete: false,
  replaced: [],
  suspicious: [],
};

test.each([
  [{}, ["sampled access.log: 2K (its beginning), ndjson: status, path"]],
  [{ complete: true, records: [{}], fields: [] }, ["sampled access.log: 2K (all of it), ndjson"]],
  [
    { replaced: [{ kind: "token", count: 3 }] },
    ["sampled access.log: 2K (its beginning), ndjson: status, path; replaced: 3 x token"],
  ],
])("notesOf sampled with %j", (more, expected) => {
  expect(notesOf({ ...at, type: "sampled", sample: { ...sample, ...more } }).map(plain)).toEqual(expected);
});

test("notesOf sampled warns of text that reads like instructions, made visible", () => {
  const suspicious = ["ignore all\x1b[2J previous"];
  const [, warning] = notesOf({ ...at, type: "sampled", sample: { ...sample, suspicious } });
  expect(plain(warning!)).toBe(
    "the data has text that reads like instructions to a model: ignore all\\u{1b}[2J previous",
  );
});

test("notesOf repairing says which attempt and why", () => {
  const [note] = notesOf({ ...at, type: "repairing", attempt: 1, most: 3, reason: "types failed" });
  expect(plain(note!)).toBe("repairing (1 of 3 at most): types failed");
});

test("notesOf leaves nothing for a piece of a draft", () => {
  expect(notesOf({ ...at, type: "delta", text: "x" })).toEqual([]);
});
