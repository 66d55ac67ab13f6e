import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, createReadStream, openSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { feedPipe } from "../../src/run/feed-pipe.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const NEVER_WAITS = constants.O_RDONLY | constants.O_NONBLOCK;

function pipe(): string {
  const path = join(scratchFolder("writ-feed"), "pipe");
  execFileSync("mkfifo", [path]);
  return path;
}

test("what was read beforehand comes before the rest", async () => {
  const path = pipe();
  const rest = Readable.from([Buffer.from("two"), Buffer.from("three")]);
  feedPipe({ path, feeding: () => ({ head: Buffer.from("one"), rest }) }, () => {});
  expect(await text(createReadStream(path))).toBe("onetwothree");
});

test("a stream that nobody reads is not opened", () => {
  let isOpened = false;
  const feeding = () => {
    isOpened = true;
    return {};
  };
  feedPipe({ path: pipe(), feeding }, () => {}).end();
  expect(isOpened).toBe(false);
});

test("a reader that leaves ends the stream, and is no failure", async () => {
  const path = pipe();
  const reader = openSync(path, NEVER_WAITS);
  const rest = Readable.from(
    (function* () {
      yield Buffer.from("one");
      closeSync(reader);
      for (;;) yield Buffer.alloc(64 * 1024);
    })(),
  );
  const lost: Error[] = [];
  feedPipe({ path, feeding: () => ({ rest }) }, (error) => lost.push(error));
  await once(rest, "close");
  expect(lost).toEqual([]);
});

test("a stream that cannot be read on is told, also where it failed before it was asked for", async () => {
  const path = pipe();
  const rest = new Readable({ read() {} });
  rest.on("error", () => {});
  rest.destroy(new Error("gone"));
  await new Promise((resolve) => rest.once("close", resolve));
  const told = new Promise<Error>((resolve) => feedPipe({ path, feeding: () => ({ rest }) }, resolve));
  openSync(path, NEVER_WAITS);
  expect((await told).message).toBe("gone");
});
