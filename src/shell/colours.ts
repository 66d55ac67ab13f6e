import type { Highlight } from "../terms/highlight.ts";

/** The colours of code, which take a moment to load. */
export interface Colours {
  /** Null until they are there. */
  highlight(): Highlight | null;
  /** Load them, the first time; `onLoaded` when they are there. To be called when a frame was drawn. */
  load(): void;
}

/** `load` null: there are none, as on a terminal without colours. */
export function createColours(load: (() => Promise<Highlight>) | null, onLoaded: () => void): Colours {
  let highlight: Highlight | null = null;
  let isLoading = false;
  return {
    highlight: () => highlight,
    load() {
      if (load === null || isLoading) return;
      isLoading = true;
      void load().then((loaded) => {
        highlight = loaded;
        onLoaded();
      });
    },
  };
}
