import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assemble, stageCode } from "../../../src/run/stage/machine-code.ts";

const PLACES = { table: 0x10000110, path: 0x10000c00, environment: 0x10001580 };
const CODES = [
  ["alone", stageCode(PLACES)],
  ["passing variables on", stageCode({ ...PLACES, slots: { start: 0x100015a0, end: 0x100015b0 } })],
] as const;
const hasObjdump = spawnSync("objdump", ["--version"]).status === 0;

/** What another program reads in these bytes: offsets and instructions, Intel's way. */
function disassembled(bytes: Uint8Array): { readonly at: number; readonly text: string }[] {
  const folder = mkdtempSync(join(tmpdir(), "writ-code-"));
  writeFileSync(join(folder, "code"), bytes);
  const words = ["-D", "-b", "binary", "-m", "i386:x86-64", "-M", "intel", "--no-show-raw-insn", "code"];
  const { stdout } = spawnSync("objdump", words, { cwd: folder, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return [...stdout.matchAll(/^ +([0-9a-f]+):\t(.*\S)/gm)].map(([, at, text]) => ({
    at: Number.parseInt(at!, 16),
    text: text!.replace(/ +/g, " "),
  }));
}

describe.skipIf(!hasObjdump)("stageCode", () => {
  test.each(CODES)("%s, says of every instruction what objdump reads in its bytes", (_, CODE) => {
    const seen = disassembled(assemble(CODE));
    const offsets = CODE.map((_, i) => CODE.slice(0, i).reduce((sum, { bytes }) => sum + bytes.length, 0));
    const expected = CODE.map(({ text, jumpsTo }, i) => {
      if (jumpsTo === undefined) return { at: offsets[i]!, text };
      const target = offsets[CODE.findIndex(({ label }) => label === jumpsTo)]!;
      return { at: offsets[i]!, text: `${text} 0x${target.toString(16)}` };
    });
    expect(seen).toEqual(expected);
  });
});

test("assemble fills in the distance of a jump, forwards and backwards", () => {
  const jump = (jumpsTo: string) => ({ text: "jmp", bytes: [0xeb, 0], jumpsTo });
  const code = [
    jump("b"),
    { text: "syscall", bytes: [0x0f, 0x05], label: "a" },
    { ...jump("a"), label: "b" },
  ];
  expect([...assemble(code)]).toEqual([0xeb, 2, 0x0f, 0x05, 0xeb, 0xfc]);
});
