import { describe, expect, test } from "vitest";
import { FILTER } from "../../../src/run/layers/seccomp.ts";
import { filterProgram } from "../../../src/run/stage/seccomp.ts";
import { SYSCALLS } from "../../../src/run/stage/syscalls.ts";

const STAGE_PATH = 0x10000c00;
const PROGRAM = filterProgram(FILTER, STAGE_PATH);
const X86_64 = 0xc000003e;

/** A second, independent reader of classic BPF: what the kernel would answer to this call. */
function answer(number: number, args: readonly bigint[] = [], architecture = X86_64): string {
  const program = new DataView(PROGRAM.buffer);
  const data = new DataView(new ArrayBuffer(64));
  data.setUint32(0, number, true);
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
  test.each(FILTER.plain.map((name) => [name, SYSCALLS[name]] as const))("allows %s", (_name, number) => {
    expect(answer(number, [99n, 99n])).toBe("allow");
  });

  test.each([
    ["threads", SYSCALLS.clone, [0x3d0f00n], "allow"],
    ["a process", SYSCALLS.clone, [0x1200011n], "errno 1"],
    ["clone3, so that clone is tried", SYSCALLS.clone3, [], "errno 38"],
    ["the stage's own step", SYSCALLS.execve, [BigInt(STAGE_PATH)], "allow"],
    ["another program", SYSCALLS.execve, [BigInt(STAGE_PATH) + 8n], "errno 1"],
    ["a path with the same low half", SYSCALLS.execve, [BigInt(STAGE_PATH) + (1n << 32n)], "errno 1"],
    ["a pair of local sockets", SYSCALLS.socketpair, [1n], "allow"],
    ["another pair", SYSCALLS.socketpair, [16n], "errno 1"],
    ["a look at a terminal", SYSCALLS.ioctl, [0n, 0x5401n], "allow"],
    ["the last ioctl of the list", SYSCALLS.ioctl, [0n, 0x5451n], "allow"],
    ["typing into a terminal", SYSCALLS.ioctl, [0n, 0x5412n], "errno 1"],
    ["typing, with bits above that the kernel drops", SYSCALLS.ioctl, [0n, 0x100005412n], "errno 1"],
    ["a console's selection", SYSCALLS.ioctl, [0n, 0x541cn], "errno 1"],
    ["descriptor flags", SYSCALLS.fcntl, [0n, 2n], "allow"],
    ["a signal's receiver", SYSCALLS.fcntl, [0n, 8n], "errno 1"],
    ["a thread's name", SYSCALLS.prctl, [15n], "allow"],
    ["living on without writ", SYSCALLS.prctl, [1n, 0n], "errno 1"],
    ["reading a limit", SYSCALLS.prlimit64, [0n, 7n, 0n], "allow"],
    ["setting a limit", SYSCALLS.prlimit64, [0n, 0n, 0x7f0000000000n], "errno 1"],
    ["setting a limit from a low half of zero", SYSCALLS.prlimit64, [0n, 0n, 1n << 32n], "errno 1"],
    ["a handler for SIGPIPE", SYSCALLS.rt_sigaction, [13n], "allow"],
    ["a handler for SIGALRM", SYSCALLS.rt_sigaction, [14n], "errno 1"],
    ["a handler for SIGXCPU", SYSCALLS.rt_sigaction, [24n], "errno 1"],
  ])("decides %s by its argument", (_name, number, args, expected) => {
    expect(answer(number, args)).toBe(expected);
  });

  // socket, connect, accept, sendto, bind, listen, fork, vfork, kill, ptrace, setitimer, alarm, mount, bpf,
  // memfd_create, io_uring_setup, execveat, userfaultfd, process_vm_readv, keyctl, unshare, openat2
  test.each([
    41, 42, 43, 44, 49, 50, 57, 58, 62, 101, 38, 37, 165, 321, 319, 425, 322, 323, 310, 250, 272, 437,
  ])("refuses call %d", (number) => {
    expect(answer(number)).toBe("errno 1");
  });

  test("kills what speaks another machine's calls", () => {
    expect(answer(SYSCALLS.read, [], 0x40000003)).toBe("kill");
    expect(answer(0x40000000 + SYSCALLS.read)).toBe("kill");
    expect(answer(0xffffffff)).toBe("kill");
  });
});
