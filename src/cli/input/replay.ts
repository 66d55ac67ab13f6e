import { Readable } from "node:stream";
import type { Spool } from "../../keep/spool.ts";
import { WritError } from "../../terms/failure.ts";
import { wordFailure } from "../../terms/failure-catalogue.ts";
import { formatBytes } from "../../terms/limit.ts";

/** What of a stream is put aside: a second run of more could not see the same bytes. */
const REPLAY_BYTES_MOST = 64 * 1024 * 1024;
const PIECE_BYTES = 64 * 1024;

/** Why nothing more is put aside, and what came and was not. */
interface Full {
  readonly why: string;
  readonly remainder: Buffer;
}

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
  let full: Full | null = null;
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
      full = putAside(spool, chunk, bytesMost);
      if (full !== null) stream?.pause();
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
      else if (isTaken || (isEnded && full === null)) return;
      else if (full !== null) return yield* rest(full);
      else await new Promise<void>((resolve) => wake.push(resolve));
    }
  }
  /** What is not put aside any more: once. */
  async function* rest({ remainder }: Full): AsyncGenerator<Buffer> {
    isTaken = true;
    stream!.removeAllListeners("data");
    if (remainder.length > 0) yield remainder;
    yield* stream!;
  }
  return {
    open() {
      const reader = Readable.from(pieces(), { objectMode: false });
      reader.once("close", () => readers.delete(reader));
      readers.add(reader);
      return reader;
    },
    lost: () => (isTaken ? (full?.why ?? null) : null),
    close() {
      for (const reader of readers) reader.destroy();
      stream?.destroy();
      isEnded = true;
      tell();
      spool.close();
    },
  };
}

/** Null where there is room for more. What a full disk does not take is not lost to the first reader. */
function putAside(spool: Spool, chunk: Buffer, bytesMost: number): Full | null {
  const before = spool.bytes;
  const isLong = `it was longer than ${formatBytes(bytesMost)}, and the rest was read already`;
  try {
    spool.write(chunk);
    return spool.bytes < bytesMost ? null : { why: isLong, remainder: Buffer.alloc(0) };
  } catch (error) {
    if (!(error instanceof WritError)) throw error;
    const why = `it could not be put aside: ${wordFailure(error.failure).title}`;
    return { why, remainder: chunk.subarray(spool.bytes - before) };
  }
}
