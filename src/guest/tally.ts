import { REPORT_MARK, type Tally } from "../terms/tally.ts";
import type { Engine } from "./engine.ts";
import { writeMessage } from "./output.ts";

/** What is read by one reader, counted by it. */
export interface Taken {
  readonly input: string;
  readonly unit: "line" | "record";
  readonly count: () => number;
  readonly isEnded: () => boolean;
}

/** What a run reads and writes, counted where it happens. */
export interface Counting {
  /** A reader has begun. */
  readonly begun: (taken: Taken) => void;
  readonly bytesRead: (count: number) => void;
  /** Counted by whoever writes. */
  readonly out: { records: number; bytes: number };
  /** The input and the number of the record that was read last; null before the first. */
  readonly place: () => string | null;
  /** The same of an input that is still being read. */
  readonly placeNow: () => string | null;
  /** The same engine, which tells the last count before it ends. */
  readonly engine: Engine;
}

/**
 * Count, and where the host asked for it tell the count on stderr: every `everyMs` while something is read (null: not),
 * and at the end. What is told is as true as the snippet is honest.
 */
export function createCounting(engine: Engine, report?: { readonly everyMs: number | null }): Counting {
  const readers: Taken[] = [];
  const out = { records: 0, bytes: 0 };
  let bytesIn = 0;
  let toldMs = engine.now();

  function tell(): void {
    const recordsIn = readers.reduce((sum, { count }) => sum + count(), 0);
    const tally: Tally = { recordsIn, bytesIn, recordsOut: out.records, bytesOut: out.bytes };
    writeMessage(engine, encode(`${REPORT_MARK}${stringify(tally)}\n`));
  }

  return {
    out,
    begun: (taken) => {
      readers.push(taken);
    },
    bytesRead(count) {
      bytesIn += count;
      if (report?.everyMs == null) return;
      const nowMs = engine.now();
      if (nowMs - toldMs < report.everyMs) return;
      toldMs = nowMs;
      tell();
    },
    place: () => wordPlace(readers.findLast(({ count }) => count() > 0)),
    placeNow: () => wordPlace(readers.findLast(({ count, isEnded }) => count() > 0 && !isEnded())),
    engine: {
      ...engine,
      exit(code) {
        if (report) tell();
        return engine.exit(code);
      },
    },
  };
}

function wordPlace(reader: Taken | undefined): string | null {
  return reader ? `${reader.input}, ${reader.unit} ${reader.count()}` : null;
}

const { stringify } = JSON;
const encode = TextEncoder.prototype.encode.bind(new TextEncoder());
