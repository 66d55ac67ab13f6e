import type { Readable } from "node:stream";

/** One named input. `bytes` is its size where it is a regular file. */
export type Input =
  | { readonly kind: "file"; readonly name: string; readonly path: string; readonly bytes: number }
  | {
      readonly kind: "stream";
      readonly name: string;
      open(): Readable;
      /** It has to be read through `open` even where a child could read it itself: it is put aside as it comes. */
      readonly isPumped?: true;
    };
