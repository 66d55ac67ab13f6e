import type { Face } from "../face.ts";
import type { Call } from "../stage/call.ts";
import { HANDED } from "./handed-descriptors.ts";
import { type Layer, whereStaged } from "./layer.ts";

const PR_SET_PDEATHSIG = 1;
const SIGKILL = 9;
const STDERR = 2;

/**
 * On the direct face: a descriptor of the child for a pipe whose other end the waiting sh holds, and nobody else
 * (run-file.ts).
 */
export const RUN_FILE_ALIVE = 8;

// struct pollfd {s32 descriptor; s16 wanted; s16 seen}: nothing is wanted, a hang-up is always seen. No wait, no signals.
const hasParent = (listening: number): Call => ({
  call: "ppoll",
  args: [{ words: [listening] }, 1, { words: [0, 0] }, 0, 8],
});

/**
 * The child dies with its parent, however that dies (prctl(2)). Had writ died before this was set, nobody would
 * hold the other end of stderr any more, and ppoll(2) would report that as one ready descriptor: that counts as
 * failed. On the direct face stderr is the caller's, and a pipe stands in for it. It comes first, while that is open.
 *
 * bubblewrap's processes bind their lives to one another one by one, and not from the start (--die-with-parent): one that is
 * killed in between leaves the others. So where it is started, the starting shell leaves a watcher beside it.
 */
export const parentDeath: Layer = {
  name: "parent death",
  stops: "a run that outlives writ",
  isPartOf: (reached) => whereStaged(reached) || "bubblewrap" in reached,
  apply: (inner, { face, level }) => ({
    ...inner,
    diesWith: inner.binds === null ? null : HANDED.alive,
    calls: level === "namespace" ? inner.calls : [...inner.calls, ...diesWithParent(face)],
  }),
};

function diesWithParent(face: Face): readonly Call[] {
  return [
    { call: "prctl", args: [PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0] },
    hasParent(face === "attended" ? STDERR : RUN_FILE_ALIVE),
  ];
}
