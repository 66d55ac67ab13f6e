import { describe, expect, test } from "vitest";
import { createUntagger } from "../../src/formats/untag.ts";

function untag(tagged: string, pieceBytes: number) {
  const bytes = Buffer.from(tagged);
  const plain: Buffer[] = [];
  const untagger = createUntagger((chunk) => plain.push(Buffer.from(chunk)));
  for (let at = 0; at < bytes.length; at += pieceBytes) untagger.take(bytes.subarray(at, at + pieceBytes));
  untagger.end();
  return { text: Buffer.concat(plain).toString("latin1"), ...untagger.counts };
}

describe.each([1, 2, 3, 7, 1000])("createUntagger with pieces of %i bytes", (size) => {
  test.each([
    ["records", 'r{"a":1}\nr{"a":2}\n', { text: '{"a":1}\n{"a":2}\n', rows: 2, records: 2, hasBytes: false }],
    ["lines", "lone\nl\nltwo\n", { text: "one\n\ntwo\n", rows: 3, records: 0, hasBytes: false }],
    [
      "bytes",
      `b${Buffer.from("\x00\xff\x01\x02", "latin1").toString("base64")}\nb${Buffer.from("x").toString("base64")}\n`,
      { text: "\x00\xff\x01\x02x", rows: 0, records: 0, hasBytes: true },
    ],
    ["a last line that was cut", "lone\nltw", { text: "one\ntw\n", rows: 2, records: 0, hasBytes: false }],
    ["nothing", "", { text: "", rows: 0, records: 0, hasBytes: false }],
  ])("takes the tags off %s", (_, tagged, expected) => {
    expect(untag(tagged, size)).toEqual(expected);
  });
});
