import { closeSync, constants, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { ReadStream, WriteStream } from "node:tty";
import type { Size } from "./frame.ts";
import type { Key } from "./key.ts";
import { createKeyReader } from "./key-reader.ts";

const PATH = "/dev/tty";

/** A paste comes between marks while we listen, so that nothing in it is taken for a key. */
const MARK_PASTES = "\x1b[?2004h";
const NO_MARKS = "\x1b[?2004l";

/** The controlling terminal, apart from stdin and stdout, which may be pipes. */
export interface Tty {
  readonly out: WriteStream;
  /** Bits, 1 where there are no colours: the terminal's own, NO_COLOR and FORCE_COLOR respected. */
  readonly colorDepth: number;
  size(): Size;
  /** Take the keyboard: raw mode on, nothing echoed, pastes marked. */
  listen(listener: Listener): Keyboard;
  /** Call back after each change of the size. Returns the way to stop that. */
  onResize(listener: () => void): () => void;
  close(): void;
}

export interface Listener {
  onKey(key: Key): void;
  /** The terminal hung up. */
  onLost(): void;
  /** What was typed, before it is read as keys. True: it was taken, and is no key. */
  onBytes?(bytes: Buffer): boolean;
}

export interface Keyboard {
  /** Throw away every key typed so far, read or not: what `tcflush(TCIFLUSH)` does. */
  discardTyped(): void;
  /**
   * Raw mode off, the stream destroyed: whoever reads the terminal next gets every key. At any exit of the
   * process Node itself turns raw mode off.
   */
  stop(): void;
}

/** Open the controlling terminal. Null where there is none (cron, `setsid`, a container without one). */
export function openTty(env: NodeJS.ProcessEnv): Tty | null {
  const fd = openDevice(constants.O_RDWR);
  if (fd === null) return null;
  const out = new WriteStream(fd);
  // A terminal that hung up is noticed by the keyboard; writing to it must not end the process.
  out.on("error", () => {});
  return {
    out,
    colorDepth: out.getColorDepth(env),
    size: () => ({ columns: out.columns || 80, rows: out.rows || 24 }),
    listen: (listener) => openKeyboard(out, listener),
    onResize: (listener) => watchSize(out, listener),
    close: () => out.destroy(),
  };
}

function openDevice(flags: number): number | null {
  try {
    return openSync(PATH, flags | constants.O_NOCTTY);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENXIO" || code === "ENOENT" || code === "EIO" || code === "EACCES") return null;
    throw error;
  }
}

// A stream of its own, and not process.stdin: that may be the data, and only a stream that can be destroyed
// stops competing for keys with the programs that run next.
function openKeyboard(out: WriteStream, listener: Listener): Keyboard {
  const fd = openDevice(constants.O_RDONLY);
  if (fd === null) {
    queueMicrotask(listener.onLost);
    return { discardTyped() {}, stop() {} };
  }
  const stream = new ReadStream(fd);
  const reader = createKeyReader(listener.onKey);
  const decoder = new StringDecoder("utf8");
  const unmark = () => void out.write(NO_MARKS);
  stream.setRawMode(true);
  out.write(MARK_PASTES);
  process.on("exit", unmark);
  stream.on("data", (bytes: Buffer) => {
    if (!listener.onBytes?.(bytes)) reader.push(decoder.write(bytes));
  });
  stream.on("end", listener.onLost);
  stream.on("error", listener.onLost);
  return {
    discardTyped() {
      reader.reset();
      discardWaiting();
    },
    stop() {
      reader.reset();
      process.off("exit", unmark);
      unmark();
      stream.removeAllListeners();
      stream.on("error", () => {});
      stream.setRawMode(false);
      stream.destroy();
    },
  };
}

/** Empty the kernel's queue through a descriptor that does not wait, so that nothing typed later is lost. */
function discardWaiting(): void {
  const fd = openDevice(constants.O_RDONLY | constants.O_NONBLOCK);
  if (fd === null) return;
  const buffer = Buffer.allocUnsafe(4096);
  try {
    while (readSync(fd, buffer) > 0);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EAGAIN" && code !== "EIO") throw error;
  } finally {
    closeSync(fd);
  }
}

/** Node tells only process.stdout of a new size; a stream opened by hand has to be told to look. */
function watchSize(out: WriteStream, listener: () => void): () => void {
  const look = () => {
    (out as unknown as { _refreshSize(): void })._refreshSize();
    listener();
  };
  process.on("SIGWINCH", look);
  return () => void process.off("SIGWINCH", look);
}
