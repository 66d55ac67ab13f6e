// Signals of the terminal's job control, where the terminal is shared with other programs.

/** After so long without being continued, the stop had no effect: nobody above us controls jobs. */
const NO_EFFECT_MS = 200;

/** Programs in the foreground get these from the keyboard; the one that has the terminal is meant. */
const OF_THE_KEYBOARD = ["SIGINT", "SIGQUIT"] as const;

/** Stop this job, the whole pipeline, as Ctrl-Z does. Resolves when it was continued. */
export function stopJob(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      process.off("SIGCONT", done);
      resolve();
    };
    // It also keeps the process alive: with nothing else to wait for, it would end when continued.
    const timer = setTimeout(done, NO_EFFECT_MS);
    process.on("SIGCONT", done);
    process.kill(0, "SIGTSTP");
  });
}

/** Run `work` deaf to Ctrl-C and Ctrl-\, as a shell is while it waits for a program. */
export async function withoutInterrupts<T>(work: () => Promise<T>): Promise<T> {
  const ignore = () => {};
  const held = OF_THE_KEYBOARD.map((signal) => {
    const listeners = process.rawListeners(signal);
    process.removeAllListeners(signal).on(signal, ignore);
    return { signal, listeners };
  });
  try {
    return await work();
  } finally {
    for (const { signal, listeners } of held) {
      for (const listener of listeners) process.on(signal, listener as NodeJS.SignalsListener);
      process.off(signal, ignore);
    }
  }
}
