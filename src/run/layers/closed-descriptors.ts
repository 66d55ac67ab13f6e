import { type Layer, whereStaged } from "./layer.ts";

// Every number from 3 to the largest there can be (~0U).
const FIRST = 3;
const LAST = 0xffffffff;

// Where no stage does it, the starting shell closes those that it can name.
const BY_THE_SHELL = [5, 6, 7, 8, 9];

/**
 * No descriptor but the three streams. From here on the next one opened is always 3. Without a stage, numbers from 10 on
 * stay open; the engine has no way to read them.
 */
export const closedDescriptors: Layer = {
  name: "closed descriptors",
  stops: "files and sockets that were open around writ",
  isPartOf: (reached) => whereStaged(reached) || reached.level === "namespace",
  apply: (inner, { level }) =>
    level === "namespace"
      ? { ...inner, closes: BY_THE_SHELL }
      : { ...inner, calls: [...inner.calls, { call: "close_range", args: [FIRST, LAST, 0] }] },
};
