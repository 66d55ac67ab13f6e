import type { Highlight } from "../terms/highlight.ts";

/** The colours of code, which take a moment to load. */
export interface Colours {
  /** Null until they are there. */
  highlight(): Highlight | null;
  /**
   * Load them, the first time; `onLoaded` when they are there. To be called when a frame was drawn: it holds
   * everything up for some 30 ms, so that keys are better waited for afterwards.
   */
  load(): Promise<void>;
}

/** `load` null: there are none, as on a terminal without colours. */
export function createColours(load: (() => Promise<Highlight>) | null, onLoaded: () => void): Colours {
  let highlight: Highlight | null = null;
  let loading: Promise<void> | null = null;
  const start = async () => {
    if (load === null) return;
    highlight = await load();
    onLoaded();
  };
  return {
    highlight: () => highlight,
    load() {
      loading ??= start();
      return loading;
    },
  };
}
