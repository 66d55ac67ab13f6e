import { Readable } from "node:stream";
import type { Spool } from "../../keep/spool.ts";
import { formatBytes } from "../../terms/limit.ts";

/** What of a stream is put aside: a second run of more could not see the same bytes. */
const REPLAY_BYTES_MOST = 64 * 1024 * 1024;
const PIECE_BYTES = 64 * 1024;

/** A stream that can be read from its start again, as long as it is not too long. */
export interface Replay {
  /** From the start. Throws nothing; of a stream that is lost only what was put aside comes. */
  open(): Readable;
  /** Why it cannot be read again, or null. */
  lost(): string | null;
  close(): void;
}

/**
 * Put a stream aside as it comes, up to a limit; then it waits, and goes on for the one reader that gets so
 * far. `open` starts the stream when it is first read from.
 */
export function createReplay(options: {
  readonly spool: Spool;
  open(): Readable;
  readonly bytesMost?: number;
}): Replay {
  const { spool, bytesMost = REPLAY_BYTES_MOST } = options;
  const readers = new Set<Readable>();
  let stream: Readable | null = null;
  let isEnded = false;
  let isTaken = false;
  let wake: (() => void)[] = [];

  const tell = () => {
    for (const one of wake) one();
    wake = [];
  };
  const start = () => {
    if (stream !== null) return;
    stream = options.open();
    const end = () => {
      isEnded = true;
      tell();
    };
    stream.on("data", (chunk: Buffer) => {
      if (isTaken) return;
      spool.write(chunk);
      if (spool.bytes >= bytesMost) stream?.pause();
      tell();
    });
    stream.on("end", end).on("close", end).on("error", end);
  };
  async function* pieces(): AsyncGenerator<Buffer> {
    start();
    for (let at = 0; ; ) {
      const piece = Buffer.allocUnsafe(PIECE_BYTES);
      const length = spool.read(at, piece);
      at += length;
      if (length > 0) yield piece.subarray(0, length);
      else if (isEnded || isTaken) return;
      else if (spool.bytes >= bytesMost) return yield* rest();
      else await new Promise<void>((resolve) => wake.push(resolve));
    }
  }
  /** What is not put aside any more: once. */
  async function* rest(): AsyncGenerator<Buffer> {
    isTaken = true;
    stream!.removeAllListeners("data");
    yield* stream!;
  }
  return {
    open() {
      const reader = Readable.from(pieces(), { objectMode: false });
      reader.once("close", () => readers.delete(reader));
      readers.add(reader);
      return reader;
    },
    lost: () =>
      isTaken ? `it was longer than ${formatBytes(bytesMost)}, and the rest was read already` : null,
    close() {
      for (const reader of readers) reader.destroy();
      stream?.destroy();
      isEnded = true;
      tell();
      spool.close();
    },
  };
}
