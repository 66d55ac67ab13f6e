/** Characters of a line that are kept; of a longer one the rest is counted and dropped. */
const LINE_MOST = 1 << 20;

/** One line of a guest's tagged output. `dropped` is how many characters did not fit. */
export interface TaggedLine {
  readonly tag: string;
  readonly text: string;
  readonly dropped: number;
}

/** Split a stream of bytes into tagged lines. Memory is bounded whatever comes. */
export function createTaggedLines(onLine: (line: TaggedLine) => void): {
  take(chunk: Uint8Array): void;
  end(): void;
} {
  const decoder = new TextDecoder();
  let kept = "";
  let dropped = 0;

  const add = (text: string) => {
    const room = LINE_MOST - kept.length;
    kept += text.slice(0, room);
    dropped += Math.max(0, text.length - room);
  };
  const close = () => {
    if (kept !== "") onLine({ tag: kept[0]!, text: kept.slice(1), dropped });
    kept = "";
    dropped = 0;
  };
  const takeText = (text: string) => {
    let start = 0;
    for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
      add(text.slice(start, end));
      close();
      start = end + 1;
    }
    add(text.slice(start));
  };
  return {
    take: (chunk) => takeText(decoder.decode(chunk, { stream: true })),
    end() {
      takeText(decoder.decode());
      close();
    },
  };
}
