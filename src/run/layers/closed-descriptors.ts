import type { Layer } from "./layer.ts";

// Every number from 3 to the largest there can be (~0U).
const FIRST = 3;
const LAST = 0xffffffff;

/** No descriptor but the three streams. It comes first: from here on the next one opened is always 3. */
export const closedDescriptors: Layer = {
  name: "closed descriptors",
  stops: "files and sockets that were open around writ",
  from: "strong",
  apply: (inner) => ({
    ...inner,
    calls: [...inner.calls, { call: "close_range", args: [FIRST, LAST, 0] }],
  }),
};
