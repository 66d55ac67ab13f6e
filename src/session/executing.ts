import type { Executing } from "./execute-stages.ts";
import type { Asking } from "./step.ts";

/** What this ask wants run of each draft before anybody is asked about it. */
export function executing({ settings, with_, tries, examples }: Asking): Executing {
  if (settings.dryRun) return { kind: "nothing", why: "a dry run runs nothing" };
  return { kind: "wanted", with_, tries, examples, afterTypes: "passed" };
}
