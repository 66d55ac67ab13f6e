import { wordProgress } from "../../terms/stats-wording.ts";
import type { Tally } from "../../terms/tally.ts";

/** How long a run may take without a word, and how often it is drawn again. */
const PATIENCE_MS = 1000;
const EVERY_MS = 250;

/** One line at the foot of a terminal that says how far a run is. */
export interface Progress {
  readonly told: (tally: Tally) => void;
  /** Something else is about to be written: make room. */
  readonly wrote: (text: string | Buffer) => void;
  /** Leave nothing of it. */
  readonly end: () => void;
}

/**
 * `write` goes to a terminal of `columns()`. Nothing is drawn in the first second, before there is a count, and while
 * a line of something else is not finished. `bytes` null: the input's size is not known.
 */
export function createProgress(options: {
  readonly bytes: number | null;
  readonly write: (text: string) => void;
  readonly columns: () => number;
  readonly nowMs: () => number;
}): Progress {
  const { bytes, write, columns, nowMs } = options;
  const startedMs = nowMs();
  let tally: Tally | null = null;
  let isShown = false;
  let atLineStart = true;

  const draw = () => {
    const ms = nowMs() - startedMs;
    if (tally === null || ms < PATIENCE_MS || !atLineStart) return;
    write(`\r${wordProgress(tally, { bytes, ms }).slice(0, Math.max(0, columns() - 1))}\x1b[K`);
    isShown = true;
  };
  const hide = () => {
    if (isShown) write("\r\x1b[K");
    isShown = false;
  };
  const timer = setInterval(draw, EVERY_MS);
  timer.unref();
  return {
    told(now) {
      tally = now;
    },
    wrote(text) {
      hide();
      if (text.length > 0) atLineStart = text.at(-1) === (typeof text === "string" ? "\n" : 10);
    },
    end() {
      clearInterval(timer);
      hide();
    },
  };
}
