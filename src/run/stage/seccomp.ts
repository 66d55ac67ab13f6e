import type { CheckedCall, Filter } from "./call.ts";
import { type Machine, numberOn, type SyscallName } from "./syscalls.ts";

// Classic BPF (linux/filter.h): a machine with one accumulator that can load a word of the call's description,
// compare it, and jump forward. struct sock_filter {u16 code; u8 jt; u8 jf; u32 k}.
const LOAD = 0x20;
const IF_EQUAL = 0x15;
const IF_AT_LEAST = 0x35;
const IF_ANY_BIT = 0x45;
const ANSWER = 0x06;

// What a filter answers (linux/seccomp.h).
const ALLOW = 0x7fff0000;
const ERRNO = 0x00050000;
const KILL_PROCESS = 0x80000000;
const EPERM = 1;

// struct seccomp_data: the call's number, the architecture, then six arguments of 64 bits, low word first.
const NUMBER = 0;
const ARCHITECTURE = 4;
const argument = (n: number) => 16 + 8 * n;

// AUDIT_ARCH_X86_64 and AUDIT_ARCH_AARCH64 (linux/audit.h).
const ARCHITECTURES: Readonly<Record<Machine, number>> = { x64: 0xc000003e, arm64: 0xc00000b7 };
// Numbers from here on are those of x32, another set of calls on the same machine.
const X32 = 0x40000000;

type Line = readonly [code: number, k: number, ifTrue?: number, ifFalse?: number];

/** Whom a filter is for. `stagePath`: the address that {@link Filter} speaks of. */
export interface FilterPlace {
  readonly machine: Machine;
  readonly stagePath: number;
}

/**
 * A filter's program as bytes, eight for each line. Another architecture or x32 kills: nothing of ours makes
 * such calls, and their numbers mean other calls. What the machine has no number for is left out.
 */
export function filterProgram(filter: Filter, { machine, stagePath }: FilterPlace): Uint8Array {
  const onCall = (call: SyscallName, lines: readonly Line[]) => {
    const number = numberOn(machine, call);
    return number === null ? [] : onNumber(number, lines);
  };
  const lines: Line[] = [
    [LOAD, ARCHITECTURE],
    [IF_EQUAL, ARCHITECTURES[machine], 1, 0],
    [ANSWER, KILL_PROCESS],
    [LOAD, NUMBER],
    [IF_AT_LEAST, X32, 0, 1],
    [ANSWER, KILL_PROCESS],
    ...filter.plain.flatMap((call) => onCall(call, [[ANSWER, ALLOW]])),
    ...filter.answered.flatMap(({ call, errno }) => onCall(call, [[ANSWER, ERRNO | errno]])),
    ...filter.checked.flatMap((rule) => onCall(rule.call, checkLines(rule, stagePath))),
    [ANSWER, ERRNO | EPERM],
  ];
  return encode(lines);
}

/** Lines for one call; every way through them ends in an answer, since the number is no longer loaded. */
function onNumber(number: number, lines: readonly Line[]): Line[] {
  return [[IF_EQUAL, number, 0, lines.length], ...lines];
}

function checkLines({ arg, is }: CheckedCall, stagePath: number): Line[] {
  const low = argument(arg);
  if (is === "zero" || is === "stagePath") return wholeEquals(low, is === "zero" ? 0 : stagePath);
  // Two answers end the lines, "yes" first; a jump counts the lines it leaves out.
  const ends: Line[] = [
    [ANSWER, ALLOW],
    [ANSWER, ERRNO | EPERM],
  ];
  if ("has" in is) return [[LOAD, low], [IF_ANY_BIT, is.has, 0, 1], ...ends];
  if ("oneOf" in is) return [[LOAD, low], ...matches(is.oneOf, { yes: 1, otherwise: 2 }), ...ends];
  return [[LOAD, low], ...matches(is.noneOf, { yes: 2, otherwise: 1 }), ...ends];
}

/** Compare with each value; `yes` and `otherwise` say which of the two answers that follow is meant. */
function matches(
  values: readonly number[],
  { yes, otherwise }: { readonly yes: 1 | 2; readonly otherwise: 1 | 2 },
): Line[] {
  return values.map((value, i) => {
    const left = values.length - 1 - i;
    return [IF_EQUAL, value, left + yes - 1, left === 0 ? otherwise - 1 : 0];
  });
}

function wholeEquals(low: number, value: number): Line[] {
  return [
    [LOAD, low],
    [IF_EQUAL, value, 0, 3],
    [LOAD, low + 4],
    [IF_EQUAL, 0, 0, 1],
    [ANSWER, ALLOW],
    [ANSWER, ERRNO | EPERM],
  ];
}

function encode(lines: readonly Line[]): Uint8Array {
  const bytes = new Uint8Array(lines.length * 8);
  const view = new DataView(bytes.buffer);
  for (const [i, [code, k, ifTrue = 0, ifFalse = 0]] of lines.entries()) {
    view.setUint16(i * 8, code, true);
    view.setUint8(i * 8 + 2, ifTrue);
    view.setUint8(i * 8 + 3, ifFalse);
    view.setUint32(i * 8 + 4, k >>> 0, true);
  }
  return bytes;
}
