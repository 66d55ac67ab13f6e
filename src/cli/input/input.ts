import {
  accessSync,
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  openSync,
  readSync,
  statSync,
} from "node:fs";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { isatty } from "node:tty";
import { WritError } from "../../terms/failure.ts";
import { compressionOf, decompressed, MAGIC_BYTES } from "./decompress.ts";
import type { Input } from "./named-input.ts";
import { openFifo } from "./open-fifo.ts";
import { refuseOutput } from "./same-file.ts";

/**
 * What a run reads: the FILEs, else stdin. stdin is left alone with `noInput`, where it is closed, and where
 * it is a terminal unless `fromTerminal`. Throws `input-missing` (66).
 */
export function chooseInputs(options: {
  readonly files: readonly string[];
  readonly noInput: boolean;
  readonly fromTerminal: boolean;
}): readonly Input[] {
  const { files, noInput, fromTerminal } = options;
  if (noInput && files.length > 0) {
    throw new WritError({
      kind: "usage",
      problem: `--no-input says there is no input, and ${JSON.stringify(files[0])} is one`,
      help: "leave out one of them",
    });
  }
  if (!noInput && files.length === 0 && isatty(0) && !fromTerminal) return [];
  const inputs = noInput ? [] : files.length > 0 ? files.map(fileInput) : [stdinInput()];
  refuseOutput(inputs);
  return inputs;
}

/** Bytes of all inputs where every one is a regular file; null otherwise. */
export function knownBytes(inputs: readonly Input[]): number | null {
  return inputs.reduce<number | null>(
    (sum, input) => (sum === null || input.kind !== "file" ? null : sum + input.bytes),
    0,
  );
}

type Stream = Extract<Input, { kind: "stream" }>;

/** Inputs that can be read only once: the one that the child has as its stdin, and those that it opens by a path of ours. */
export function streamsOf(inputs: readonly Input[]): {
  readonly first: Stream | null;
  readonly others: readonly Stream[];
} {
  const streams = inputs.filter((input) => input.kind === "stream");
  // What is our own stdin may be handed over as it is.
  const first = streams.find(({ name }) => name === "stdin") ?? streams[0] ?? null;
  return { first, others: streams.filter((stream) => stream !== first) };
}

function fileInput(name: string): Input {
  if (name === "-") return stdinInput();
  try {
    const stats = statSync(name);
    if (stats.isDirectory()) throw missing(name, "it is a directory");
    accessSync(name, constants.R_OK);
    const path = resolve(name);
    if (stats.isCharacterDevice() && isTerminal(name)) throw missing(name, "it is a terminal");
    const open = () => (stats.isFIFO() ? openFifo(path) : createReadStream(path));
    if (!stats.isFile() || isCompressed(path)) {
      return { kind: "stream", name, open: () => decompressed(open(), name) };
    }
    return { kind: "file", name, path, bytes: stats.size };
  } catch (error) {
    if (error instanceof WritError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    const words: Record<string, string> = {
      ENOENT: "there is no such file",
      EACCES: "permission denied",
      ENOTDIR: "a part of its path is not a folder",
      ELOOP: "its symbolic links go in a circle",
      ENXIO: "there is no such device",
    };
    throw missing(name, words[code ?? ""] ?? String(code), error);
  }
}

function isCompressed(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(MAGIC_BYTES);
    readSync(file, head, 0, MAGIC_BYTES, 0);
    return compressionOf(head) !== null;
  } finally {
    closeSync(file);
  }
}

/** Opened so that nothing waits, and so that it does not become our controlling terminal. */
function isTerminal(name: string): boolean {
  const fd = openSync(name, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  try {
    return isatty(fd);
  } finally {
    closeSync(fd);
  }
}

function stdinInput(): Input {
  if (fstatSync(0).isDirectory()) throw missing("stdin", "it is a directory");
  return { kind: "stream", name: "stdin", open: () => decompressed(process.stdin, "stdin") };
}

function unreadable(name: string, error: NodeJS.ErrnoException): WritError {
  return error instanceof WritError ? error : missing(name, error.code ?? error.message, error);
}

function missing(input: string, detail: string, cause?: unknown): WritError {
  return new WritError({ kind: "input-missing", input, detail }, { cause });
}

/** The beginning of an input, and what follows it where it could only be read once. */
export interface Head {
  readonly bytes: Uint8Array;
  readonly complete: boolean;
  readonly rest: Readable | null;
}

const HEAD_BYTES = 256 * 1024;
/** How long a stream is waited for: with something to look at, and with nothing at all. */
const HEAD_MS = 500;
const SILENCE_MS = 3000;

/** What was read of inputs beforehand, and has to be fed again: of streams. */
export type Heads = ReadonlyMap<Input, Head>;

/** Read the head of an input without losing a byte: a file is read beside, a stream's rest is handed on. */
export async function readHead(input: Input, signal: AbortSignal): Promise<Head> {
  if (input.kind === "file") return readFileHead(input.path);
  const stream = input.open();
  const chunks: Buffer[] = [];
  let length = 0;
  const started = performance.now();
  for (;;) {
    for (let chunk = stream.read(); chunk !== null; chunk = stream.read()) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= HEAD_BYTES) break;
    }
    if (length >= HEAD_BYTES) break;
    if (stream.errored) throw unreadable(input.name, stream.errored);
    if (stream.readableEnded || stream.destroyed) {
      return { bytes: Buffer.concat(chunks), complete: true, rest: null };
    }
    const left = (length > 0 ? HEAD_MS : SILENCE_MS) - (performance.now() - started);
    if (left <= 0 || signal.aborted) break;
    await nextReadable(stream, left, signal, input.name);
  }
  return { bytes: Buffer.concat(chunks), complete: false, rest: stream };
}

function nextReadable(stream: Readable, ms: number, signal: AbortSignal, name: string): Promise<void> {
  return new Promise((done, fail) => {
    const settle = () => {
      clearTimeout(timer);
      for (const event of ["readable", "end", "close"]) stream.off(event, settle);
      stream.off("error", failed);
      signal.removeEventListener("abort", settle);
      done();
    };
    const failed = (error: NodeJS.ErrnoException) => {
      settle();
      fail(unreadable(name, error));
    };
    const timer = setTimeout(settle, ms);
    for (const event of ["readable", "end", "close"]) stream.on(event, settle);
    stream.on("error", failed);
    signal.addEventListener("abort", settle);
  });
}

function readFileHead(path: string): Head {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(HEAD_BYTES + 1);
    let length = 0;
    for (let n = 1; n > 0 && length < buffer.length; length += n) {
      n = readSync(file, buffer, length, buffer.length - length, length);
    }
    const complete = length <= HEAD_BYTES;
    return { bytes: buffer.subarray(0, Math.min(length, HEAD_BYTES)), complete, rest: null };
  } finally {
    closeSync(file);
  }
}
