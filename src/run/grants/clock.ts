import type { GrantRow } from "./grant.ts";

/** The time. Only the runner keeps it from a snippet: no layer enforces it, and a kernel cannot. */
export const clock: GrantRow<"clock"> = {
  kind: "clock",
  opens: "the time: `now()`, `Date.now()` and the like",
  grant: () => ({}),
};
