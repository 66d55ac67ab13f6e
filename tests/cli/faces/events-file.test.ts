import { execFileSync } from "node:child_process";
import {
  closeSync,
  constants,
  existsSync,
  linkSync,
  openSync,
  readFileSync,
  readSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { openEventsFile } from "../../../src/cli/faces/events-file.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

afterEach(() => void vi.restoreAllMocks());

function places() {
  const folder = scratchFolder("writ-events");
  const input = join(folder, "in.txt");
  writeFileSync(input, "a\n");
  return { folder, input };
}

test("lines are added to a file that is nobody else's", () => {
  const { folder, input } = places();
  const path = join(folder, "events.ndjson");
  writeFileSync(path, "before\n");
  openEventsFile(path, [input, join(folder, "none")])("line\n");
  expect(readFileSync(path, "utf8")).toBe("before\nline\n");
});

const nothing = () => {};

test.each([
  ["under its own name", nothing, ""],
  ["by a symbolic link", symlinkSync, ".link"],
  ["by a hard link", linkSync, ".hard"],
] as const)("a file that is read is refused %s, and left as it is", (_name, make, ending) => {
  const { input } = places();
  make(input, input + ending);
  expect(() => openEventsFile(input + ending, [input])).toThrow(
    expect.objectContaining({
      failure: expect.objectContaining({ kind: "usage", problem: expect.stringContaining("which is") }),
    }),
  );
  expect(readFileSync(input, "utf8")).toBe("a\n");
});

test("a pipe that nobody reads is refused, and one that is read takes lines", () => {
  const path = join(scratchFolder("writ-events"), "pipe");
  execFileSync("mkfifo", [path]);
  expect(() => openEventsFile(path, [])).toThrow(
    expect.objectContaining({
      failure: expect.objectContaining({ problem: expect.stringContaining("ENXIO") }),
    }),
  );
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    openEventsFile(path, [])("line\n");
    const bytes = Buffer.alloc(10);
    expect(bytes.toString("utf8", 0, readSync(reader, bytes))).toBe("line\n");
  } finally {
    closeSync(reader);
  }
});

test.skipIf(!existsSync("/dev/full"))("a file that is full is told of once, and nothing ends", () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const append = openEventsFile("/dev/full", []);
  append("one\n");
  append("two\n");
  expect(said.mock.calls).toEqual([['writ: "/dev/full" does not have all events: ENOSPC\n']]);
});
