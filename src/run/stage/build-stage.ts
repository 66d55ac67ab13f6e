import type { Arg, Call, Stage } from "./call.ts";
import { DATA_BASE, elf, HEADERS_BYTES } from "./elf.ts";
import { assemble, stageCode } from "./machine-code.ts";
import { type FilterPlace, filterProgram } from "./seccomp.ts";
import { type Machine, numberOn, type SyscallName } from "./syscalls.ts";

// The content's own address, where it can be read and written.
const CONTENT = DATA_BASE + HEADERS_BYTES;
const END_OF_TABLE = -1;
const WORD_BYTES = 8;
const FILTER_LINE_BYTES = 8;

/** A stage's file, and where in memory, once it is mapped there, its parts are. */
export interface LaidStage {
  readonly bytes: Uint8Array;
  readonly table: number;
  readonly path: number;
  /** The engine's environment: a list of addresses, with so many in it before those that are passed on. */
  readonly environment: number;
  readonly variables: number;
}

/** The executable of a stage. Equal stages give equal bytes. */
export function buildStage(stage: Stage): Uint8Array {
  return layStage(stage).bytes;
}

/**
 * Lay a stage out. Its code is for x86-64; elsewhere the file is read and not executed (perl.ts). Content in this order: code; everything that an address points to,
 * starting with the path to execute; the table of calls. The table comes last, so that a file that lost its
 * end has no end of the table and does not get to the engine.
 */
export function layStage({ machine, calls, program, env, passes = [] }: Stage): LaidStage {
  const unplaced = passes.length > 0 ? { slots: { start: 0, end: 0 } } : {};
  const codeBytes = assemble(stageCode({ table: 0, path: 0, environment: 0, ...unplaced })).length;
  const data = dataFrom(align(CONTENT + codeBytes));
  const path = data.text(program);
  const rows = calls.map((call) => row(call, data, { machine, stagePath: path }));
  const variables = Object.entries(env).map(([name, value]) => data.text(`${name}=${value}`));
  const environment = data.words([...variables, ...passes.map(() => 0), 0]);
  const start = environment + variables.length * WORD_BYTES;
  const slots = passes.length > 0 ? { slots: { start, end: start + passes.length * WORD_BYTES } } : {};
  const table = data.words([...rows.flat(), END_OF_TABLE]);

  const content = new Uint8Array(data.end() - CONTENT);
  content.set(assemble(stageCode({ table, path, environment, ...slots })));
  for (const { address, bytes } of data.pieces) content.set(bytes, address - CONTENT);
  return { bytes: elf(content), table, path, environment, variables: variables.length };
}

function row({ call, args, most = 0 }: Call, data: Data, place: FilterPlace): number[] {
  const registers = args.map((arg) => registerOf(arg, data, place));
  while (registers.length < 6) registers.push(0);
  return [numberFor(call, place.machine), ...registers, most];
}

function numberFor(call: SyscallName, machine: Machine): number {
  const number = numberOn(machine, call);
  if (number === null) throw new Error(`a stage cannot call ${call} on ${machine}`);
  return number;
}

function registerOf(arg: Arg, data: Data, place: FilterPlace): number {
  if (typeof arg === "number") return arg;
  if ("text" in arg) return data.text(arg.text);
  if ("words" in arg) return data.words(arg.words);
  // struct sock_fprog {u16 length; pointer}: the length's other bytes are padding.
  const program = filterProgram(arg.filter, place);
  return data.words([program.length / FILTER_LINE_BYTES, data.bytes(program)]);
}

/** Pieces of memory laid one after the other; adding one tells its address. */
interface Data {
  readonly pieces: readonly { readonly address: number; readonly bytes: Uint8Array }[];
  bytes(bytes: Uint8Array): number;
  text(text: string): number;
  words(values: readonly number[]): number;
  end(): number;
}

function dataFrom(start: number): Data {
  const pieces: { address: number; bytes: Uint8Array }[] = [];
  let next = start;
  const bytes = (piece: Uint8Array) => {
    const address = next;
    pieces.push({ address, bytes: piece });
    next = align(address + piece.length);
    return address;
  };
  return {
    pieces,
    bytes,
    text: (text) => bytes(new TextEncoder().encode(`${text}\0`)),
    words: (values) => bytes(words(values)),
    end: () => next,
  };
}

/** 64-bit words, least byte first; a negative one as its two's complement. */
function words(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * WORD_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of values.entries()) {
    view.setUint32(i * WORD_BYTES, value >>> 0, true);
    view.setUint32(i * WORD_BYTES + 4, Math.floor(value / 2 ** 32) >>> 0, true);
  }
  return bytes;
}

function align(address: number): number {
  return Math.ceil(address / WORD_BYTES) * WORD_BYTES;
}
