import type { Readable, Writable } from "node:stream";

/** The other side of a connection on which both ask and answer: JSON-RPC 2.0 with `Content-Length` headers. */
export interface Peer {
  /** Rejects with what the other side says is wrong, or once the connection is lost. */
  request(method: string, params: unknown): Promise<unknown>;
  /** Reject everything that waits, and everything to come. */
  lose(reason: Error): void;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const HEADER_END = "\r\n\r\n";

/** Speak over two streams; `answer` gives the result of what the other side asks. */
export function connect(
  { from, to }: { readonly from: Readable; readonly to: Writable },
  answer: (method: string, params: unknown) => unknown,
): Peer {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void }>();
  let lost: Error | null = null;
  let received: Buffer = Buffer.alloc(0);
  let lastId = 0;

  function send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    to.write(`Content-Length: ${Buffer.byteLength(body)}${HEADER_END}${body}`);
  }

  function take(message: Message): void {
    const { id, method, params, result, error } = message;
    if (method !== undefined) {
      if (id !== undefined) send({ id, result: answer(method, params) ?? null });
      return;
    }
    const asked = waiting.get(Number(id));
    waiting.delete(Number(id));
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result);
  }

  function lose(reason: Error): void {
    lost ??= reason;
    for (const { reject } of waiting.values()) reject(lost);
    waiting.clear();
  }

  from.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    try {
      for (let next = split(received); next; next = split(received)) {
        received = next.rest;
        take(JSON.parse(next.body));
      }
    } catch (error) {
      lose(error as Error);
    }
  });
  to.on("error", lose);
  return {
    request(method, params) {
      if (lost) return Promise.reject(lost);
      return new Promise((resolve, reject) => {
        waiting.set(++lastId, { resolve, reject });
        send({ id: lastId, method, params });
      });
    },
    lose,
  };
}

/** The first whole message, and what follows it. @throws Error where no length is said */
function split(received: Buffer): { readonly body: string; readonly rest: Buffer } | null {
  const end = received.indexOf(HEADER_END);
  if (end === -1) return null;
  const length = /^Content-Length: *(\d+)/im.exec(received.subarray(0, end).toString("latin1"))?.[1];
  if (length === undefined) throw new Error("a message came without its length");
  const start = end + HEADER_END.length;
  const next = start + Number(length);
  if (received.length < next) return null;
  return { body: received.subarray(start, next).toString(), rest: received.subarray(next) };
}
