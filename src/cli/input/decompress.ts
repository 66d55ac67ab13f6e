import { PassThrough, pipeline, Readable } from "node:stream";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { WritError } from "../../terms/failure.ts";

/** The first bytes of compressed data (RFC 1952, section 2.3.1; RFC 8878, section 3.1.1), and what reads it. */
const COMPRESSIONS = [
  { name: "gzip", magic: Buffer.of(0x1f, 0x8b), open: createGunzip },
  { name: "zstd", magic: Buffer.of(0x28, 0xb5, 0x2f, 0xfd), open: createZstdDecompress },
] as const;

export const MAGIC_BYTES = 4;

type Compression = (typeof COMPRESSIONS)[number];

/** How data that begins like this is compressed, or null. */
export function compressionOf(head: Uint8Array): Compression | null {
  return COMPRESSIONS.find(({ magic }) => magic.equals(head.subarray(0, magic.length))) ?? null;
}

/**
 * A stream, decompressed where its first bytes say that it is compressed. Data that is cut off or damaged is the
 * stream's error, `input-malformed` (65): half of it must not pass for all.
 */
export function decompressed(source: Readable, input: string): Readable {
  const stream = Readable.from(pieces(source, input), { objectMode: false });
  // Whoever reads it looks at `errored` too: it may fail while nobody listens.
  stream.on("error", () => {});
  stream.once("close", () => source.destroy());
  return stream;
}

async function* pieces(source: Readable, input: string): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let head: Buffer = Buffer.alloc(0);
  for (let open = true; open && mayBeCompressed(head); ) {
    const { value, done } = await chunks.next();
    open = !done;
    if (value) head = Buffer.concat([head, value]);
    if (compressionOf(head)) break;
  }
  const compression = compressionOf(head);
  if (compression) yield* unpacked(Readable.from(rest(head, chunks)), compression, input);
  else yield* rest(head, chunks);
}

/** Whether so few bytes have come that they may yet be the beginning of a mark. */
function mayBeCompressed(head: Buffer): boolean {
  return COMPRESSIONS.some(({ magic }) => magic.subarray(0, head.length).equals(head));
}

async function* rest(head: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

async function* unpacked(packed: Readable, compression: Compression, input: string): AsyncGenerator<Buffer> {
  const plain = new PassThrough();
  pipeline(packed, compression.open(), plain, () => {});
  let bytes = 0;
  try {
    for await (const chunk of plain) {
      bytes += chunk.length;
      yield chunk;
    }
  } catch (error) {
    const { name } = compression;
    const isCut = (error as NodeJS.ErrnoException).code === "Z_BUF_ERROR";
    const what = isCut ? "is cut off" : `is damaged (${(error as Error).message})`;
    const detail = `${input}: the ${name} data ${what}; ${bytes} bytes of text came before`;
    throw new WritError({ kind: "input-malformed", detail }, { cause: error });
  }
}
