import { REPORT_MARK, type Tally } from "../terms/tally.ts";

const MARK = REPORT_MARK.charCodeAt(0);
const LINE_FEED = 10;
const REPORT_BYTES_MOST = 512;

/**
 * Take the runner's reports out of what a child writes to stderr; everything else is handed on as it came. A child
 * can write reports of its own: they are figures about its own run, and nothing but figures is believed.
 */
export function takeReports(
  report: (tally: Tally) => void,
  rest: (chunk: Buffer) => void,
): { readonly take: (chunk: Buffer) => void; readonly end: () => void } {
  let held: Buffer = Buffer.alloc(0);
  let atLineStart = true;

  function hand(chunk: Buffer): void {
    if (chunk.length === 0) return;
    atLineStart = chunk[chunk.length - 1] === LINE_FEED;
    rest(chunk);
  }

  /** How much of the front of `bytes` is a report; 0: none; null: that is not to be seen yet. */
  function reportAt(bytes: Buffer): number | null {
    if (!atLineStart || bytes[0] !== MARK) return 0;
    const end = bytes.indexOf(LINE_FEED);
    if (end === -1) return bytes.length > REPORT_BYTES_MOST ? 0 : null;
    const tally = readTally(bytes.toString("utf8", 1, end));
    if (tally) report(tally);
    return tally ? end + 1 : 0;
  }

  function take(chunk: Buffer): void {
    let left = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    held = Buffer.alloc(0);
    while (left.length > 0) {
      const taken = reportAt(left);
      if (taken === null) {
        held = left;
        return;
      }
      if (taken > 0) left = left.subarray(taken);
      else {
        const mark = left.indexOf(`\n${REPORT_MARK}`);
        const end = mark === -1 ? left.length : mark + 1;
        hand(left.subarray(0, end));
        left = left.subarray(end);
      }
    }
  }

  return {
    take,
    end() {
      const last = held;
      held = Buffer.alloc(0);
      hand(last);
    },
  };
}

const NAMES = ["recordsIn", "bytesIn", "recordsOut", "bytesOut"] as const satisfies readonly (keyof Tally)[];

function readTally(json: string): Tally | null {
  try {
    const value = JSON.parse(json);
    const isTally = NAMES.every((name) => Number.isSafeInteger(value[name]) && value[name] >= 0);
    const { recordsIn, bytesIn, recordsOut, bytesOut } = value;
    return isTally ? { recordsIn, bytesIn, recordsOut, bytesOut } : null;
  } catch {
    return null;
  }
}
