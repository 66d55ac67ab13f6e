import type { Layer } from "./layer.ts";

const PR_SET_PDEATHSIG = 1;
const SIGKILL = 9;
const STDERR = 2;

/**
 * The child dies with writ, however writ dies (prctl(2)). Had writ died before this was set, nobody would hold
 * the other end of stderr any more, and poll(2) would report that as one ready descriptor: that counts as failed.
 */
export const parentDeath: Layer = {
  name: "parent death",
  stops: "a run that outlives writ",
  from: "strong",
  apply: (inner) => ({
    ...inner,
    calls: [
      ...inner.calls,
      { call: "prctl", args: [PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0] },
      // struct pollfd {s32 descriptor; s16 wanted; s16 seen}: nothing is wanted, a hang-up is always seen.
      { call: "poll", args: [{ words: [STDERR] }, 1, 0] },
    ],
  }),
};
