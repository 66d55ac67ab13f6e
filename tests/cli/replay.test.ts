import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, type Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createReplay } from "../../src/cli/replay.ts";
import { openSpool } from "../../src/keep/spool.ts";

function replayOf(bytesMost?: number) {
  const source = new PassThrough();
  const spool = openSpool(mkdtempSync(join(tmpdir(), "replay-")));
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
