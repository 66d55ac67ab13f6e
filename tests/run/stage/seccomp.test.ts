import { describe, expect, test } from "vitest";
import { FILTER } from "../../../src/run/layers/seccomp.ts";
import { filterProgram } from "../../../src/run/stage/seccomp.ts";
import { numberOn, type SyscallName } from "../../../src/run/stage/syscalls.ts";

const STAGE_PATH = 0x10000c00;
const PROGRAM = filterProgram(FILTER, { machine: "x64", stagePath: STAGE_PATH });
const X86_64 = 0xc000003e;
const number = (call: SyscallName) => numberOn("x64", call)!;

/** A second, independent reader of classic BPF: what the kernel would answer to this call. */
function answer(
  called: number,
  args: readonly bigint[] = [],
  architecture = X86_64,
  bytes = PROGRAM,
): string {
  const program = new DataView(bytes.buffer);
  const data = new DataView(new ArrayBuffer(64));
  data.setUint32(0, called, true);
  data.setUint32(4, architecture, true);
  for (const [i, arg] of args.entries()) data.setBigUint64(16 + 8 * i, BigInt.asUintN(64, arg), true);
  let accumulator = 0;
  for (let at = 0; at < program.byteLength / 8; at++) {
    const code = program.getUint16(at * 8, true);
    const [ifTrue, ifFalse] = [program.getUint8(at * 8 + 2), program.getUint8(at * 8 + 3)];
    const k = program.getUint32(at * 8 + 4, true);
    if (code === 0x20) accumulator = data.getUint32(k, true);
    else if (code === 0x15) at += accumulator === k ? ifTrue : ifFalse;
    else if (code === 0x35) at += accumulator >= k ? ifTrue : ifFalse;
    else if (code === 0x45) at += accumulator & k ? ifTrue : ifFalse;
    else if (code === 0x06) return word(k);
    else throw new Error(`line ${at} has the unknown code ${code}`);
  }
  throw new Error("the program ran past its end");
}

function word(k: number): string {
  if (k === 0x7fff0000) return "allow";
  return k === 0x80000000 ? "kill" : `errno ${k - 0x50000}`;
}

describe("filterProgram", () => {
  test.each(FILTER.plain.map((name) => [name, number(name)] as const))("allows %s", (_name, number) => {
    expect(answer(number, [99n, 99n])).toBe("allow");
  });

  test.each([
    ["threads", number("clone"), [0x3d0f00n], "allow"],
    ["a process", number("clone"), [0x1200011n], "errno 1"],
    ["clone3, so that clone is tried", number("clone3"), [], "errno 38"],
    ["the stage's own step", number("execve"), [BigInt(STAGE_PATH)], "allow"],
    ["another program", number("execve"), [BigInt(STAGE_PATH) + 8n], "errno 1"],
    ["a path with the same low half", number("execve"), [BigInt(STAGE_PATH) + (1n << 32n)], "errno 1"],
    ["a pair of local sockets", number("socketpair"), [1n], "allow"],
    ["another pair", number("socketpair"), [16n], "errno 1"],
    ["a look at a terminal", number("ioctl"), [0n, 0x5401n], "allow"],
    ["the last ioctl of the list", number("ioctl"), [0n, 0x5451n], "allow"],
    ["typing into a terminal", number("ioctl"), [0n, 0x5412n], "errno 1"],
    ["typing, with bits above that the kernel drops", number("ioctl"), [0n, 0x100005412n], "errno 1"],
    ["a console's selection", number("ioctl"), [0n, 0x541cn], "errno 1"],
    ["descriptor flags", number("fcntl"), [0n, 2n], "allow"],
    ["a signal's receiver", number("fcntl"), [0n, 8n], "errno 1"],
    ["a thread's name", number("prctl"), [15n], "allow"],
    ["living on without writ", number("prctl"), [1n, 0n], "errno 1"],
    ["reading a limit", number("prlimit64"), [0n, 7n, 0n], "allow"],
    ["setting a limit", number("prlimit64"), [0n, 0n, 0x7f0000000000n], "errno 1"],
    ["setting a limit from a low half of zero", number("prlimit64"), [0n, 0n, 1n << 32n], "errno 1"],
    ["a handler for SIGPIPE", number("rt_sigaction"), [13n], "allow"],
    ["a handler for SIGALRM", number("rt_sigaction"), [14n], "errno 1"],
    ["a handler for SIGXCPU", number("rt_sigaction"), [24n], "errno 1"],
  ])("decides %s by its argument", (_name, called, args, expected) => {
    expect(answer(called, args)).toBe(expected);
  });

  // socket, connect, accept, sendto, bind, listen, fork, vfork, kill, ptrace, setitimer, alarm, mount, bpf,
  // memfd_create, io_uring_setup, execveat, userfaultfd, process_vm_readv, keyctl, unshare, openat2
  test.each([
    41, 42, 43, 44, 49, 50, 57, 58, 62, 101, 38, 37, 165, 321, 319, 425, 322, 323, 310, 250, 272, 437,
  ])("refuses call %d", (called) => {
    expect(answer(called)).toBe("errno 1");
  });

  test("kills what speaks another machine's calls", () => {
    expect(answer(number("read"), [], 0x40000003)).toBe("kill");
    expect(answer(0x40000000 + number("read"))).toBe("kill");
    expect(answer(0xffffffff)).toBe("kill");
  });
});

// Not run on an arm64 machine: read here, by its numbers.
describe("filterProgram for arm64", () => {
  const ARM64 = 0xc00000b7;
  const program = filterProgram(FILTER, { machine: "arm64", stagePath: STAGE_PATH });
  const answerThere = (called: number, args: readonly bigint[] = [], architecture = ARM64) =>
    answer(called, args, architecture, program);

  const there = FILTER.plain.filter((name) => numberOn("arm64", name) !== null);
  test.each(there)("allows %s", (name) => {
    expect(answerThere(numberOn("arm64", name)!)).toBe("allow");
  });

  test("leaves out what that machine has no call for, and has all that a stage makes", () => {
    const missing = FILTER.plain.filter((name) => numberOn("arm64", name) === null);
    expect(missing).toEqual(
      expect.arrayContaining([
        "stat",
        "lstat",
        "poll",
        "access",
        "readlink",
        "arch_prctl",
        "time",
        "epoll_wait",
      ]),
    );
    const made = [
      "close_range",
      "prlimit64",
      "prctl",
      "ppoll",
      "openat",
      "openat2",
      "close",
      "seccomp",
    ] as const;
    for (const call of made) expect([call, numberOn("arm64", call)]).toEqual([call, expect.any(Number)]);
  });

  test.each([
    ["threads", 220, [0x3d0f00n], "allow"],
    ["a process", 220, [0x1200011n], "errno 1"],
    ["the stage's own step", 221, [BigInt(STAGE_PATH)], "allow"],
    ["another program", 221, [1n], "errno 1"],
    ["typing into a terminal", 29, [0n, 0x5412n], "errno 1"],
    ["a socket", 198, [2n], "errno 1"],
    ["tracing", 117, [], "errno 1"],
  ])("decides %s", (_name, called, args, expected) => {
    expect(answerThere(called, args)).toBe(expected);
  });

  test("kills what speaks x64's calls", () => {
    expect(answerThere(0, [], X86_64)).toBe("kill");
  });
});
