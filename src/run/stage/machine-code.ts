import { GRANTED_PREFIX } from "../../terms/granted-variable.ts";
import { numberOn } from "./syscalls.ts";

/** One row of the table that the machine code walks: eight 64-bit words. */
const ROW_BYTES = 64;

const LAYER_FAILED = 125;
const ENGINE_FAILED = 126;

const EXIT_GROUP = numberOn("x64", "exit_group")!;
const EXECVE = numberOn("x64", "execve")!;

/**
 * One instruction: as an assembler writes it (Intel's order: target first), and its bytes. A jump names the
 * label it goes to; its last byte is the distance, counted from the next instruction.
 */
export interface Instruction {
  readonly text: string;
  readonly bytes: readonly number[];
  readonly label?: string;
  readonly jumpsTo?: string;
}

/**
 * The whole program, 92 bytes, or 143 where variables are passed on. A system call on x86-64 takes its number in `rax`, its arguments in `rdi`, `rsi`,
 * `rdx`, `r10`, `r8`, `r9`, and leaves its result in `rax`. So all it takes is one loop that loads a row of the
 * table into these registers, calls, compares the result with the row's last word, and goes on to the next
 * row or ends with 125. A row with a negative number ends the table; then the engine takes over (execve),
 * and if it cannot, the end is 126. A row of zeros, as memory shows where a file lost its end, is a failure too.
 *
 * Addresses are absolute and below 4 GiB: of the table, of the path to execute, of the environment's list, and of the
 * free places in that list, where there are any (see {@link passVariables}).
 */
export function stageCode(at: {
  readonly table: number;
  readonly path: number;
  readonly environment: number;
  readonly slots?: Slots;
}): readonly Instruction[] {
  const takeOver = at.slots ? "take the environment" : "become the engine";
  return [
    { text: `mov ebx,${hex(at.table)}`, bytes: [0xbb, ...int32(at.table)] },
    { text: "mov rax,QWORD PTR [rbx]", bytes: [0x48, 0x8b, 0x03], label: "next row" },
    { text: "test rax,rax", bytes: [0x48, 0x85, 0xc0] },
    { text: "js", bytes: [0x78, 0], jumpsTo: "become the engine" },
    { text: "je", bytes: [0x74, 0], jumpsTo: "failed" },
    { text: "mov rdi,QWORD PTR [rbx+0x8]", bytes: [0x48, 0x8b, 0x7b, 0x08] },
    { text: "mov rsi,QWORD PTR [rbx+0x10]", bytes: [0x48, 0x8b, 0x73, 0x10] },
    { text: "mov rdx,QWORD PTR [rbx+0x18]", bytes: [0x48, 0x8b, 0x53, 0x18] },
    { text: "mov r10,QWORD PTR [rbx+0x20]", bytes: [0x4c, 0x8b, 0x53, 0x20] },
    { text: "mov r8,QWORD PTR [rbx+0x28]", bytes: [0x4c, 0x8b, 0x43, 0x28] },
    { text: "mov r9,QWORD PTR [rbx+0x30]", bytes: [0x4c, 0x8b, 0x4b, 0x30] },
    { text: "syscall", bytes: [0x0f, 0x05] },
    { text: "add rbx,0x40", bytes: [0x48, 0x83, 0xc3, ROW_BYTES] },
    { text: "cmp rax,QWORD PTR [rbx-0x8]", bytes: [0x48, 0x3b, 0x43, 0xf8] },
    { text: "jbe", bytes: [0x76, 0], jumpsTo: "next row" },
    { text: `mov edi,${hex(LAYER_FAILED)}`, bytes: [0xbf, ...int32(LAYER_FAILED)], label: "failed" },
    {
      text: `mov eax,${hex(EXIT_GROUP)}`,
      bytes: [0xb8, ...int32(EXIT_GROUP)],
      label: "end",
    },
    { text: "syscall", bytes: [0x0f, 0x05] },
    ...(at.slots ? passVariables(at.slots) : []),
    { text: `mov edi,${hex(at.path)}`, bytes: [0xbf, ...int32(at.path)], label: takeOver },
    // On the stack lie argc, argv[0], argv[1] …: the engine's own arguments start at the third word.
    { text: "lea rsi,[rsp+0x10]", bytes: [0x48, 0x8d, 0x74, 0x24, 0x10] },
    { text: `mov edx,${hex(at.environment)}`, bytes: [0xba, ...int32(at.environment)] },
    { text: `mov eax,${hex(EXECVE)}`, bytes: [0xb8, ...int32(EXECVE)] },
    { text: "syscall", bytes: [0x0f, 0x05] },
    { text: `mov edi,${hex(ENGINE_FAILED)}`, bytes: [0xbf, ...int32(ENGINE_FAILED)] },
    { text: "jmp", bytes: [0xeb, 0], jumpsTo: "end" },
  ];
}

/** Free places in the environment's list: the first, and what follows the last. */
interface Slots {
  readonly start: number;
  readonly end: number;
}

/**
 * Before the engine takes over: walk the environment that this program was started with, and put the address of
 * each variable that starts with our prefix into the next free place of the engine's list. The others stay behind. One more
 * than there are places ends with 125. On the stack lie argc, argv, a zero, then the environment and a zero; the prefix is
 * eight bytes long, so that one comparison of a word finds it (after a shorter text there is always more of the stack).
 */
function passVariables({ start, end }: Slots): readonly Instruction[] {
  const prefix = new TextEncoder().encode(GRANTED_PREFIX);
  const word = [...prefix].reverse().map((byte) => byte.toString(16).padStart(2, "0"));
  return [
    { text: "mov rcx,QWORD PTR [rsp]", bytes: [0x48, 0x8b, 0x0c, 0x24], label: "become the engine" },
    { text: "lea rsi,[rsp+rcx*8+0x10]", bytes: [0x48, 0x8d, 0x74, 0xcc, 0x10] },
    { text: `mov edi,${hex(start)}`, bytes: [0xbf, ...int32(start)] },
    { text: `movabs rdx,0x${word.join("")}`, bytes: [0x48, 0xba, ...prefix] },
    { text: "mov rax,QWORD PTR [rsi]", bytes: [0x48, 0x8b, 0x06], label: "next variable" },
    { text: "test rax,rax", bytes: [0x48, 0x85, 0xc0] },
    { text: "je", bytes: [0x74, 0], jumpsTo: "take the environment" },
    { text: "add rsi,0x8", bytes: [0x48, 0x83, 0xc6, 8] },
    { text: "cmp QWORD PTR [rax],rdx", bytes: [0x48, 0x39, 0x10] },
    { text: "jne", bytes: [0x75, 0], jumpsTo: "next variable" },
    { text: `cmp edi,${hex(end)}`, bytes: [0x81, 0xff, ...int32(end)] },
    { text: "je", bytes: [0x74, 0], jumpsTo: "failed" },
    { text: "mov QWORD PTR [rdi],rax", bytes: [0x48, 0x89, 0x07] },
    { text: "add rdi,0x8", bytes: [0x48, 0x83, 0xc7, 8] },
    { text: "jmp", bytes: [0xeb, 0], jumpsTo: "next variable" },
  ];
}

/** The bytes of instructions, with the distance of each jump filled in. */
export function assemble(code: readonly Instruction[]): Uint8Array {
  const labels = new Map<string, number>();
  let offset = 0;
  for (const { label, bytes } of code) {
    if (label !== undefined) labels.set(label, offset);
    offset += bytes.length;
  }
  const out = new Uint8Array(offset);
  offset = 0;
  for (const { bytes, jumpsTo } of code) {
    out.set(bytes, offset);
    offset += bytes.length;
    if (jumpsTo !== undefined) out[offset - 1] = (labels.get(jumpsTo)! - offset) & 0xff;
  }
  return out;
}

function int32(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, (value >> 24) & 0xff];
}

function hex(value: number): string {
  return `0x${value.toString(16)}`;
}
