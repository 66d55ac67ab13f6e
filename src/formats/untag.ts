// The inverse of the tagged writer, on bytes: a million rows go through it.
const LINE_FEED = 10;
const RECORD = 114; // r
const BYTES = 98; // b
/** Base64 is decoded in pieces of whole groups of four characters. */
const GROUP = 4;

/** What has come so far. */
export interface Untagged {
  /** Lines: a record is one, bytes are none. */
  readonly rows: number;
  /** Whether every row was a record, and whether there were bytes. */
  readonly records: number;
  readonly hasBytes: boolean;
}

/** Take the tags off a guest's tagged output: NDJSON, lines and bytes as a pipe would have got them. */
export function createUntagger(write: (plain: Uint8Array) => void): {
  take(chunk: Uint8Array): void;
  end(): void;
  readonly counts: Untagged;
} {
  let tag = 0;
  let isAtStart = true;
  let base64 = "";
  let rows = 0;
  let records = 0;
  let hasBytes = false;

  const decode = (text: string, isEnd: boolean) => {
    base64 += text;
    const whole = isEnd ? base64.length : base64.length - (base64.length % GROUP);
    write(Buffer.from(base64.slice(0, whole), "base64"));
    base64 = base64.slice(whole);
  };
  const take = (chunk: Uint8Array) => {
    const out = Buffer.allocUnsafe(chunk.length);
    let length = 0;
    const flush = () => {
      if (length > 0) write(out.subarray(0, length));
      length = 0;
    };
    for (let at = 0; at < chunk.length; ) {
      if (isAtStart) {
        tag = chunk[at++]!;
        isAtStart = tag === LINE_FEED;
        continue;
      }
      if (tag === BYTES) {
        const feed = chunk.indexOf(LINE_FEED, at);
        const end = feed === -1 ? chunk.length : feed;
        flush();
        hasBytes = true;
        decode(Buffer.from(chunk.subarray(at, end)).toString("latin1"), feed !== -1);
        isAtStart = feed !== -1;
        at = end + 1;
        continue;
      }
      // Byte by byte: a call for each of millions of short lines would cost far more.
      while (at < chunk.length && !isAtStart) {
        const byte = chunk[at++]!;
        out[length++] = byte;
        isAtStart = byte === LINE_FEED;
      }
      if (isAtStart) {
        rows++;
        if (tag === RECORD) records++;
      }
    }
    flush();
  };
  return {
    take,
    end() {
      if (!isAtStart) take(Uint8Array.of(LINE_FEED));
    },
    get counts() {
      return { rows, records, hasBytes };
    },
  };
}
