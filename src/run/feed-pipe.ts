import { constants, openSync } from "node:fs";
import { Socket } from "node:net";
import type { Readable, Writable } from "node:stream";

/** Bytes for one input: what was read of it already, then the rest. */
export interface Feeding {
  readonly head?: Uint8Array;
  readonly rest?: Readable | null;
}

/** An input that the child opens by its path: a named pipe, which is there. */
export interface FedPipe {
  readonly path: string;
  /** Called once the child reads it, which may be never. */
  feeding(): Feeding;
}

/** Write all of it. `onLost` is told where it cannot be read on: half an input must not pass for all of it. */
export function pour(into: Writable, { head, rest }: Feeding, onLost: (error: Error) => void): void {
  // A child that stops reading (`take(1)`, an ending) closes its end: that is its right, not a failure.
  into.on("error", () => rest?.destroy());
  if (head && head.length > 0) into.write(head);
  if (!rest) into.end();
  else if (rest.errored) onLost(rest.errored);
  else rest.on("error", onLost).pipe(into);
}

/** How often is looked whether somebody reads: the system tells of it in no other way (fifo(7)). */
const LOOK_MS = 5;

/** Feed a named pipe from the moment on that the child has it open. `end` where the child has ended. */
export function feedPipe(pipe: FedPipe, onLost: (error: Error) => void): { end(): void } {
  let timer: NodeJS.Timeout | undefined;
  let into: Socket | null = null;
  let rest: Readable | null | undefined;
  const look = () => {
    const descriptor = openWhereRead(pipe.path);
    if (descriptor instanceof Error) onLost(descriptor);
    if (descriptor === "unread") timer = setTimeout(look, LOOK_MS);
    if (typeof descriptor !== "number") return;
    into = new Socket({ fd: descriptor, readable: false, writable: true });
    const feeding = pipe.feeding();
    rest = feeding.rest;
    pour(into, feeding, onLost);
  };
  look();
  return {
    end() {
      clearTimeout(timer);
      rest?.destroy();
      into?.destroy();
    },
  };
}

/** A descriptor that never waits; `unread` while nobody has it open to read. */
function openWhereRead(path: string): number | "unread" | Error {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENXIO" ? "unread" : (error as Error);
  }
}
