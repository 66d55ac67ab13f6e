import { Unrenderable } from "../formats/unrenderable.ts";
import type { Writer } from "../formats/writers/writer.ts";
import { CHILD_EXIT } from "../terms/invocation.ts";
import type { Engine } from "./engine.ts";

const BATCH_CHARACTERS = 64 * 1024;
const LINE_FEED = 10;

/** The result on its way out, in batches. */
export interface Output {
  /** @throws {Unrenderable} */
  readonly emit: (value: unknown) => void;
  /** A line on stderr. It counts as output does. */
  readonly say: (line: string) => void;
  /** Bytes that go into a granted file, told before they are written: they count as output does. */
  readonly count: (bytes: Uint8Array) => void;
  readonly flush: () => void;
  readonly end: () => void;
}

/**
 * Write results to stdout, and what a snippet says to stderr. Ends the process itself where nobody reads any more
 * (quietly, 0), before a byte over `maxBytes` (null: no limit) is written, of both together, and before an item
 * over `maxRecords`; what fits is written, up to a whole line.
 *
 * What this does not stop: a snippet that gets at the engine's own streams writes past it.
 */
export function createOutput(options: {
  readonly writer: Writer;
  readonly engine: Engine;
  readonly maxBytes: number | null;
  readonly maxRecords?: number | undefined;
  /** Counted up by what is written. */
  readonly counted: { records: number; bytes: number };
}): Output {
  const { writer, engine, maxBytes, maxRecords = Number.POSITIVE_INFINITY, counted } = options;
  let waiting = "";
  let left = maxBytes ?? Number.POSITIVE_INFINITY;

  function emit(value: unknown): void {
    if (value === null || value === undefined) return;
    if (counted.records === maxRecords) {
      end();
      engine.exit(CHILD_EXIT.records);
    }
    counted.records++;
    const bytes = toBytes(value);
    if (bytes === null) add(writer.item(value));
    else if (writer.bytes) add(writer.bytes(bytes));
    else throw new Unrenderable("raw bytes have no form in this output: use -o raw, or give text");
  }

  function count(bytes: Uint8Array): void {
    // What waits to be written comes first, and takes at least a byte a character.
    if (lengthOf(bytes) + waiting.length > left) {
      flush();
      engine.exit(CHILD_EXIT.output);
    }
    left -= lengthOf(bytes);
  }

  function say(line: string): void {
    const bytes = encode(`${line}\n`);
    count(bytes);
    writeMessage(engine, bytes);
  }

  function add(piece: string | Uint8Array): void {
    if (typeof piece === "string") {
      waiting += piece;
      if (waiting.length >= BATCH_CHARACTERS) flush();
      return;
    }
    flush();
    write(piece);
  }

  function flush(): void {
    if (waiting === "") return;
    const bytes = encode(waiting);
    waiting = "";
    write(bytes);
  }

  function write(bytes: Uint8Array): void {
    const length = lengthOf(bytes);
    if (length > left) {
      writeAll(bytes, lastIndexOf(partOf(bytes, 0, left), LINE_FEED) + 1);
      engine.exit(CHILD_EXIT.output);
    }
    left -= length;
    writeAll(bytes, length);
  }

  function writeAll(bytes: Uint8Array, end: number): void {
    try {
      writeWhole(bytes, engine.writeOut, end);
      counted.bytes += end;
    } catch (error) {
      if (engine.isOutputClosed(error)) engine.exit(CHILD_EXIT.done);
      throw new Error(`the output could not be written: ${error instanceof Error ? error.message : error}`);
    }
  }

  function end(): void {
    add(writer.end());
    flush();
  }

  return { emit, say, count, flush, end };
}

/** Bytes to stderr. One that nobody reads takes nothing from the result. */
export function writeMessage(engine: Engine, bytes: Uint8Array): void {
  try {
    writeWhole(bytes, engine.writeError);
  } catch {}
}

/** Bytes to where each write may take less than it was given. */
export function writeWhole(
  bytes: Uint8Array,
  write: (bytes: Uint8Array) => number,
  end = lengthOf(bytes),
): void {
  for (let at = 0; at < end; ) at += write(partOf(bytes, at, end));
}

// A snippet can give bytes whose own `length` lies, or patch the methods of all bytes: what is counted here is
// what the engine will write, so the originals are kept.
const { call } = Function.prototype;
const { prototype } = Object.getPrototypeOf(Uint8Array);
const getter = (name: string) => Object.getOwnPropertyDescriptor(prototype, name)!.get!;
const lengthOf: (bytes: Uint8Array) => number = call.bind(getter("length"));
const bufferOf: (bytes: Uint8Array) => ArrayBuffer = call.bind(getter("buffer"));
const offsetOf: (bytes: Uint8Array) => number = call.bind(getter("byteOffset"));
const lastIndexOf: (bytes: Uint8Array, byte: number) => number = call.bind(prototype.lastIndexOf);
const Bytes = Uint8Array;

function partOf(bytes: Uint8Array, start: number, end: number): Uint8Array {
  return new Bytes(bufferOf(bytes), offsetOf(bytes) + start, end - start);
}

const encode = TextEncoder.prototype.encode.bind(new TextEncoder());

function toBytes(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  return value instanceof ArrayBuffer ? new Uint8Array(value) : null;
}
