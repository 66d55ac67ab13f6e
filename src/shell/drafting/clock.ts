/** Counts how long a draft is on its way. */
export interface DraftingClock {
  /** Begin again from nothing. */
  start(): void;
  stop(): void;
}

const TICK_MS = 1000;

/** Calls `tell` with the milliseconds since its start, each second until it is stopped. */
export function createDraftingClock(nowMs: () => number, tell: (elapsedMs: number) => void): DraftingClock {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => clearInterval(timer);
  return {
    start() {
      stop();
      const startedMs = nowMs();
      timer = setInterval(() => tell(nowMs() - startedMs), TICK_MS);
    },
    stop,
  };
}
