import { WritError } from "../../terms/failure.ts";

/** No event of a reply is longer; the client would gather such a line for ever. */
const LINE_BYTES_MOST = 4 * 1024 * 1024;
/** A reply with its frames and a model's thoughts is smaller. */
const BODY_BYTES_MOST = 128 * 1024 * 1024;
const NEWLINE = 0x0a;

/**
 * `fetch` whose answers end with `model-unusable` where a line or the whole of them is longer than any reply:
 * so that a server gone wrong cannot fill the memory.
 */
export function boundedFetch(host: string): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.body === null) return response;
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(bound(host)), { status, statusText, headers });
  };
}

function bound(host: string): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let bodyBytes = 0;
  let lineBytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bodyBytes += chunk.length;
      const last = chunk.lastIndexOf(NEWLINE);
      lineBytes = last === -1 ? lineBytes + chunk.length : chunk.length - last - 1;
      if (lineBytes > LINE_BYTES_MOST) throw tooLong(host, "a line of it", LINE_BYTES_MOST);
      if (bodyBytes > BODY_BYTES_MOST) throw tooLong(host, "it", BODY_BYTES_MOST);
      controller.enqueue(chunk);
    },
  });
}

function tooLong(host: string, what: string, bytesMost: number): WritError {
  const detail = `${what} is longer than ${bytesMost / 1024 / 1024} MB`;
  return new WritError({ kind: "model-unusable", host, detail });
}
