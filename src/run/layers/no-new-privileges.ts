import { type Layer, whereStaged } from "./layer.ts";

const PR_SET_NO_NEW_PRIVS = 38;

/** Nothing that is started can gain rights (set-user-ID programs); the kernel wants it before the next two. */
export const noNewPrivileges: Layer = {
  name: "no new privileges",
  stops: "rights gained by starting a program",
  isPartOf: whereStaged,
  apply: (inner) => ({
    ...inner,
    calls: [...inner.calls, { call: "prctl", args: [PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0] }],
  }),
};
