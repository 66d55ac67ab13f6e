import { HANDED } from "./handed-descriptors.ts";
import { type Layer, type Sealing, whereStaged } from "./layer.ts";

// Every number from 3 to the largest there can be (~0U).
const FIRST = 3;
const LAST = 0xffffffff;

// Where no stage does it, the starting shell closes those that it can name, but for what is handed to bubblewrap.
function closedByShell({ binds }: Sealing): readonly number[] {
  const handed = binds === null ? [] : [HANDED.status, HANDED.filter, ...binds.map((one) => one.descriptor)];
  return [3, 4, 5, 6, 7, 8, 9].filter((number) => !handed.includes(number));
}

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
      ? { ...inner, closes: closedByShell(inner) }
      : { ...inner, calls: [...inner.calls, { call: "close_range", args: [FIRST, LAST, 0] }] },
};
