import { describe, expect, test } from "vitest";
import { LineIterator } from "../../src/formats/line-iterator.ts";
import { chunked } from "./sources.ts";

function linesOf(data: string | Uint8Array, size: number): string[] {
  return [...new LineIterator({ source: chunked(data, size), input: "in" })];
}

describe.each([1, 2, 3, 7, 1 << 20])("LineIterator, %i bytes a read", (size) => {
  test.each([
    ["", []],
    ["\n", [""]],
    ["a", ["a"]],
    ["a\nb\n", ["a", "b"]],
    ["a\r\nb\r\n\r\n", ["a", "b", ""]],
    ["a\rb\n", ["a\rb"]],
    ["\uFEFFa\nb", ["a", "b"]],
    ["\uFEFF", []],
    ["a\n\uFEFFb", ["a", "\uFEFFb"]],
    ["a\0b\n\0", ["a\0b", "\0"]],
    ["é€😀\n😀\n", ["é€😀", "😀"]],
    ["\uFFFD\n", ["\uFFFD"]],
  ])("takes %j apart", (text, lines) => {
    expect(linesOf(text, size)).toEqual(lines);
  });

  test.each([
    [[0x61, 0x0a, 0x62, 0xff, 0x0a], "in, line 2: expected UTF-8 text, found the byte 0xFF at offset 3"],
    [[0xef, 0xbb, 0xbf, 0xe9, 0x0a], "in, line 1: expected UTF-8 text, found the byte 0xE9 at offset 3"],
    [[0x61, 0xed, 0xa0, 0x80], "in, line 1: expected UTF-8 text, found the byte 0xED at offset 1"],
    [[0xff, 0xfe, 0x61, 0x00], "in, line 1: expected UTF-8 text, found UTF-16"],
    [[0xe2, 0x82], "in, line 1: expected UTF-8 text, found the byte 0xE2 at offset 0"],
  ])("refuses the bytes %j", (bytes, message) => {
    expect(() => linesOf(Uint8Array.from(bytes), size)).toThrow(message);
  });
});

test("LineIterator gives long lines and many lines whole, wherever its units end", () => {
  const lines = Array.from({ length: 3000 }, (_, i) => "é".repeat((i * 37) % 300) + i);
  lines.splice(50, 0, "x".repeat(700_000));
  expect(linesOf(`${lines.join("\n")}\n`, 50_001)).toEqual(lines);
});

test.each([1024, 5000, 8192, 20_000, 400_000])(
  "LineIterator takes lines of %i bytes, and refuses one more",
  (most) => {
    const lines = (data: string) => [
      ...new LineIterator({ source: chunked(data, 30_001), input: "in", lineBytesMost: most }),
    ];
    const fits = ["a", "é".repeat(most / 2), "b", "x".repeat(most)];
    expect(lines(fits.join("\n"))).toEqual(fits);
    expect(lines(`${fits.join("\n")}\n`)).toEqual(fits);
    for (const end of ["", "\n", "\nb\n"]) {
      expect(() => lines(`a\n${"x".repeat(most + 1)}${end}`)).toThrow(
        "in, line 2: expected a line of at most",
      );
    }
  },
);

test.each([
  [[0x1f, 0x8b, 0x08, 0x00], "in", "found gzip data (decompress it on the way in: zcat in | writ …)"],
  [
    [0x28, 0xb5, 0x2f, 0xfd, 0x00],
    "stdin",
    "found zstd data (decompress it on the way in: zstdcat FILE | writ …)",
  ],
  [[0x1f, 0x8b, 0x08], "a.tar.gz", "found gzip data (unpack it on the way in: tar -xzOf a.tar.gz | writ …)"],
  [bytesOf("BZh91AY&SY"), "stdin", "found bzip2 data (decompress it on the way in: bzcat FILE | writ …)"],
  [[0xfd, ...bytesOf("7zXZ\0")], "a.xz", "found xz data (decompress it on the way in: xzcat a.xz | writ …)"],
  [bytesOf("PK\x03\x04\x14"), "t.xlsx", "found zip data (save the sheet as CSV, and read that)"],
  [bytesOf("PK\x03\x04\x14"), "t.zip", "found zip data (unpack it on the way in: unzip -p t.zip | writ …"],
  [
    bytesOf("%PDF-1.7\n"),
    "x.pdf",
    "found PDF data (make text of it on the way in: pdftotext -layout x.pdf - |",
  ],
  [
    bytesOf(`${"a.csv".padEnd(257, "\0")}ustar\x0000`),
    "t.tgz",
    "found tar data (unpack it on the way in: tar -xOf t.tgz | writ …)",
  ],
])("LineIterator names what reads the bytes %j", (bytes, input, found) => {
  const lines = new LineIterator({ source: chunked(Uint8Array.from(bytes), 9), input });
  expect(() => lines.next()).toThrow(found);
});

function bytesOf(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)];
}

test.each(["BZh90 and more\n", "PK\n", "%PDFs are read\n", `${"ustar".padEnd(300)}\n`])(
  "LineIterator reads text that begins like %j",
  (text) => {
    const lines = new LineIterator({ source: chunked(text, 9), input: "in" });
    expect([...lines]).toEqual([text.slice(0, -1)]);
  },
);

test("LineIterator refuses a line over 64 MB, naming it", () => {
  const endless = { read: (into: Uint8Array) => into.fill(97).length };
  const lines = new LineIterator({ source: endless, input: "in" });
  expect(() => lines.next()).toThrow(
    "in, line 1: expected a line of at most 64M, found a longer one (read it with --max-line 128M)",
  );
});

test("LineIterator has the standard iterator helpers and reads no more than it must", () => {
  let reads = 0;
  const source = chunked("a\nb\nc\n", 2);
  const counted = {
    read(into: Uint8Array) {
      reads++;
      return source.read(into);
    },
  };
  const lines = new LineIterator({ source: counted, input: "in" });
  expect(
    lines
      .take(2)
      .map((line) => line.toUpperCase())
      .toArray(),
  ).toEqual(["A", "B"]);
  expect(reads).toBe(2);
});
