const HEAD_BYTES = 2000;

/** One stream of a child: its first 2,000 bytes, and whether the token was anywhere in it. */
export function streamEnd(token: string) {
  let head = Buffer.alloc(0);
  let carried = "";
  let saw = false;
  return {
    take(chunk: Buffer): void {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
      const text = carried + chunk.toString("latin1");
      saw ||= text.includes(token);
      carried = text.slice(-token.length);
    },
    head: () => head.toString("utf8"),
    sawToken: () => saw,
  };
}
