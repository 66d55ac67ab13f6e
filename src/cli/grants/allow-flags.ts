import { fixPath, type PathRules } from "../../host/fix-path.ts";
import { capabilityList, parseCapability } from "../../terms/capability.ts";
import { WritError } from "../../terms/failure.ts";
import type { Capability } from "../../terms/verdict.ts";

/** `--allow-read`, `--allow-write`, `--allow-env` as typed, each any number of times. */
export interface AllowFlags {
  readonly allowRead?: readonly string[];
  readonly allowWrite?: readonly string[];
  readonly allowEnv?: readonly string[];
}

/**
 * What the flags allow, each path and name fixed. Throws `usage` naming the flag, its value and what is wrong, with the
 * help of `command` as the next step.
 */
export function readAllowFlags(
  flags: AllowFlags,
  { command, ...rules }: Omit<PathRules, "access"> & { readonly command: "ask" | "approve" },
): readonly Capability[] {
  const fixed = [
    ...(flags.allowRead ?? []).map((path) => fixedPath(path, { ...rules, access: "read" })),
    ...(flags.allowWrite ?? []).map((path) => fixedPath(path, { ...rules, access: "write" })),
    ...(flags.allowEnv ?? []).map(fixedVariable),
  ];
  const wrong = fixed.find((one) => "problem" in one);
  if (wrong) {
    throw new WritError({ kind: "usage", problem: wrong.problem, help: `see \`writ ${command} --help\`` });
  }
  return capabilityList(fixed.flatMap((one) => ("capability" in one ? [one.capability] : [])));
}

type Fixed = { readonly capability: Capability } | { readonly problem: string };

function fixedPath(written: string, rules: PathRules): Fixed {
  const flag = `--allow-${rules.access}`;
  if (written === "") return { problem: `${flag} is "", and must be a path` };
  const fixed = fixPath(written, rules);
  if (fixed.kind === "fixed") return { capability: `${rules.access}:${fixed.path}` };
  return { problem: `${flag} ${JSON.stringify(written)} cannot be granted: ${fixed.problem}` };
}

function fixedVariable(name: string): Fixed {
  if (typeof parseCapability(`env:${name}`) !== "string") return { capability: `env:${name}` };
  return {
    problem: `--allow-env is ${JSON.stringify(name)}, and must be the name of one variable, as in HOME`,
  };
}
