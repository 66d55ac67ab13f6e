import { wordCapabilities } from "../../terms/capability-wording.ts";
import { isAtLeast } from "../../terms/level.ts";
import type { Capability } from "../../terms/verdict.ts";
import type { Sandbox } from "../sandbox/sandbox-level.ts";

/**
 * Why code is not run for a trial or an example, as a clause, or null. Nobody has approved it: it needs the level that is
 * required, never runs with engine permissions alone, and what asks for more than its input is not run without that.
 */
export function whyNotSealed(
  capabilities: readonly Capability[],
  { level, required }: Pick<Sandbox, "level" | "required">,
): string | null {
  if (level === "engine-only")
    return "the sandbox here is engine-only, which holds no code that nobody approved";
  if (!isAtLeast(level, required)) return `the sandbox here is ${level}, and ${required} is required`;
  if (capabilities.length > 0)
    return `it asks for more than its input, and nothing is granted here: ${wordCapabilities(capabilities)}`;
  return null;
}
