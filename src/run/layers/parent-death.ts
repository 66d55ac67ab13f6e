import type { Call } from "../stage/call.ts";
import { type Layer, whereStaged } from "./layer.ts";

const PR_SET_PDEATHSIG = 1;
const SIGKILL = 9;
const STDERR = 2;

// struct pollfd {s32 descriptor; s16 wanted; s16 seen}: nothing is wanted, a hang-up is always seen. No wait, no signals.
const PARENT_STILL_LISTENS: Call = { call: "ppoll", args: [{ words: [STDERR] }, 1, { words: [0, 0] }, 0, 8] };

/**
 * The child dies with its parent, however that dies (prctl(2)). Had writ died before this was set, nobody would
 * hold the other end of stderr any more, and ppoll(2) would report that as one ready descriptor: that counts as
 * failed. On the direct face stderr is the caller's, and its closing says nothing about the parent.
 */
export const parentDeath: Layer = {
  name: "parent death",
  stops: "a run that outlives writ",
  isPartOf: whereStaged,
  apply: (inner, { face }) => ({
    ...inner,
    calls: [
      ...inner.calls,
      { call: "prctl", args: [PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0] },
      ...(face === "attended" ? [PARENT_STILL_LISTENS] : []),
    ],
  }),
};
