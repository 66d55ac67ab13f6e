import { Readable } from "node:stream";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { decompressed } from "../../../src/cli/input/decompress.ts";

const TEXT = Array.from({ length: 50_000 }, (_, i) => `line ${i * 7919}`).join("\n");

function inPieces(bytes: Uint8Array, size: number): Readable {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return Readable.from(pieces, { objectMode: false });
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test.each([
  ["plain text", Buffer.from(TEXT), TEXT],
  ["gzip", gzipSync(TEXT), TEXT],
  ["two gzip files, one after the other", Buffer.concat([gzipSync("a\n"), gzipSync("b\n")]), "a\nb\n"],
  ["zstd", zstdCompressSync(TEXT), TEXT],
  ["nothing", Buffer.alloc(0), ""],
  ["one byte of a mark", Buffer.of(0x28), "("],
])("reads %s", async (_, bytes, text) => {
  for (const size of [bytes.length < 1000 ? 1 : 1000, 1 << 20])
    expect(await textOf(decompressed(inPieces(bytes, size), "in"))).toBe(text);
});

test.each([
  ["gzip", gzipSync(TEXT)],
  ["zstd", zstdCompressSync(TEXT)],
])("says that %s is cut off, and how much came before", async (name, bytes) => {
  const cut = inPieces(bytes.subarray(0, bytes.length / 2), 1000);
  await expect(textOf(decompressed(cut, "in.gz"))).rejects.toMatchObject({
    failure: {
      kind: "input-malformed",
      detail: expect.stringMatching(`^in.gz: the ${name} data is cut off; \\d+ bytes of text came before$`),
    },
  });
});

test("says that damaged data is", async () => {
  const bytes = gzipSync(TEXT);
  bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 50);
  await expect(textOf(decompressed(inPieces(bytes, 1000), "in.gz"))).rejects.toMatchObject({
    failure: {
      kind: "input-malformed",
      detail: expect.stringContaining("in.gz: the gzip data is damaged ("),
    },
  });
});
