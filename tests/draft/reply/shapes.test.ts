import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Reading, readReply } from "../../../src/draft/reply/read-reply.ts";

// Shapes that replies come in, written by hand. The first line of a file says what is to be made of the rest.
type Wanted = Reading & ({ readonly code: string } | { readonly kind: string; readonly says: string });

const FOLDER = new URL("../replies/", import.meta.url);
const SHAPES = readdirSync(FOLDER).map((file) => {
  const text = readFileSync(new URL(file, FOLDER), "utf8");
  const end = text.indexOf("\n");
  return [file.replace(".txt", ""), JSON.parse(text.slice(0, end)) as Wanted, text.slice(end + 1)] as const;
});

const found = SHAPES.filter(([, wanted]) => "code" in wanted);
const others = SHAPES.filter(([, wanted]) => !("code" in wanted));

describe("readReply", () => {
  test.each(found)("finds the code in %s", (_name, wanted, reply) => {
    expect(readReply(reply, wanted)).toEqual({ ok: true, code: (wanted as { code: string }).code });
  });

  test.each(others)("says what %s is in place of code", (_name, wanted, reply) => {
    const { kind, says } = wanted as { kind: string; says: string };
    const read = readReply(reply, wanted);
    expect(read).toMatchObject({ ok: false, kind });
    expect("problem" in read ? read.problem : "text" in read && read.text).toContain(says);
  });

  test("reads the same with the line ends of Windows", () => {
    for (const [, wanted, reply] of SHAPES) {
      expect(readReply(reply.replaceAll("\n", "\r\n"), wanted)).toEqual(readReply(reply, wanted));
    }
  });
});
