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

/** What the flags allow, each path and name fixed. Throws `usage` naming the flag, its value and what is wrong. */
export function readAllowFlags(flags: AllowFlags, rules: Omit<PathRules, "access">): readonly Capability[] {
  const paths = (access: "read" | "write", written: readonly string[] = []) =>
    written.map((path) => `${access}:${allowedPath(path, { ...rules, access })}`);
  return capabilityList([
    ...paths("read", flags.allowRead),
    ...paths("write", flags.allowWrite),
    ...(flags.allowEnv ?? []).map(allowedVariable),
  ]);
}

function allowedPath(written: string, rules: PathRules): string {
  const flag = `--allow-${rules.access}`;
  if (written === "") throw usage(`${flag} is "", and must be a path`);
  const fixed = fixPath(written, rules);
  if (fixed.kind === "fixed") return fixed.path;
  throw usage(`${flag} ${JSON.stringify(written)} cannot be granted: ${fixed.problem}`);
}

function allowedVariable(name: string): Capability {
  const problem = parseCapability(`env:${name}`);
  if (typeof problem !== "string") return `env:${name}`;
  throw usage(`--allow-env is ${JSON.stringify(name)}, and must be the name of one variable, as in HOME`);
}

function usage(problem: string): WritError {
  return new WritError({ kind: "usage", problem, help: "see `writ ask --help`" });
}
