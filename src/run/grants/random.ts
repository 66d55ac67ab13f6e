import type { GrantRow } from "./grant.ts";

/** Chance. Only the runner keeps it from a snippet: no layer enforces it. */
export const random: GrantRow<"random"> = {
  kind: "random",
  opens: "chance: `random()`, `Math.random()`",
  grant: () => ({}),
};
