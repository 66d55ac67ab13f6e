import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, type Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { createReplay } from "../../../src/cli/input/replay.ts";
import { openSpool, type Spool } from "../../../src/keep/spool.ts";
import { WritError } from "../../../src/terms/failure.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "replay-"));
  folders.push(folder);
  return folder;
}

function replayOf(bytesMost?: number) {
  const source = new PassThrough();
  const spool = openSpool(newFolder());
  const replay = createReplay({ spool, open: () => source, ...(bytesMost ? { bytesMost } : {}) });
  return { source, replay, spool };
}

async function firstPiece(stream: Readable): Promise<string> {
  for await (const piece of stream) return String(piece);
  return "";
}

test("gives the same bytes to each reader, before and after the end", async () => {
  const { source, replay } = replayOf();
  const early = text(replay.open());
  source.write("one ");
  const between = text(replay.open());
  source.end("two");
  expect(await Promise.all([early, between])).toEqual(["one two", "one two"]);
  expect(await text(replay.open())).toBe("one two");
  expect(replay.lost()).toBeNull();
});

test("gives what is there before the rest has come", async () => {
  const { source, replay } = replayOf();
  source.write("now");
  expect(await firstPiece(replay.open())).toBe("now");
  replay.close();
});

test("loses nothing of a stream over the limit, for one reader, and says so after", async () => {
  const { source, replay, spool } = replayOf(1 << 20);
  const piece = "0123456789abcdef".repeat(1 << 12);
  for (let i = 0; i < 64; i++) source.write(piece);
  source.end();
  expect(await firstPiece(replay.open())).toContain("0123456789");
  expect(replay.lost()).toBeNull();
  expect(await text(replay.open())).toBe(piece.repeat(64));
  expect(spool.bytes).toBe(1 << 20);
  expect(replay.lost()).toBe("it was longer than 1M, and the rest was read already");
});

test("ends its readers when it is closed", async () => {
  const { replay } = replayOf();
  const reader = replay.open();
  const read = text(reader).catch(() => "cut");
  replay.close();
  expect(await read).toBe("cut");
});

test("loses nothing where what comes cannot be put aside any more, and says why it cannot be read again", async () => {
  const source = new PassThrough();
  const kept = openSpool(newFolder());
  const full: Spool = {
    ...kept,
    get bytes() {
      return kept.bytes;
    },
    write(chunk) {
      // Half of the second chunk still fits.
      if (kept.bytes === 0) return kept.write(chunk);
      kept.write(chunk.subarray(0, 2));
      throw new WritError({ kind: "state-unusable", path: "/spools", detail: "no space left on the device" });
    },
  };
  const replay = createReplay({ spool: full, open: () => source });
  source.write("one ");
  source.write("two ");
  source.end("three");
  expect(await text(replay.open())).toBe("one two three");
  expect(replay.lost()).toBe("it could not be put aside: cannot use /spools: no space left on the device");
  replay.close();
});
