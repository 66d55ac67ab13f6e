import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

const ASKS_FOR_FETCH = '"function"!=typeof fetch';

/**
 * Ink's layout engine carries its WebAssembly in its own text, and would "fetch" it from there: in Node that
 * loads a whole HTTP client, some 20 ms before the first frame. Told that there is no fetch, it decodes it.
 */
export const yogaWithoutFetch: Plugin = {
  name: "yoga-without-fetch",
  setup({ onLoad }) {
    onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes(ASKS_FOR_FETCH)) throw new Error(`${path} does not ask for fetch any more`);
      return { contents: text.replaceAll(ASKS_FOR_FETCH, "true"), loader: "js" };
    });
  },
};
