import { constants, openSync } from "node:fs";
import { Socket } from "node:net";
import type { Readable } from "node:stream";

/**
 * Read a named pipe without waiting in open(2) for a writer: a thread that waits there cannot be ended, and
 * neither can the process. Opened non-blocking, the kernel reports nothing until a writer came, and the end
 * when the last one left (fifo(7)).
 */
export function openFifo(path: string): Readable {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}
