import { resolve } from "node:path";
import { fixPath, type PathRules } from "../../host/fix-path.ts";
import {
  ANYTHING,
  capabilityList,
  covers,
  grantedPath,
  parseCapability,
  type Wanted,
} from "../../terms/capability.ts";
import type { Failure } from "../../terms/failure.ts";
import type { Granting } from "../../terms/granting.ts";
import type { Capability } from "../../terms/verdict.ts";
import { unusedRequests } from "./unused-requests.ts";

/** What grants are settled from. */
export interface Request {
  /** What the check derived: paths as they are written in the code, `*` for what it does not say. */
  readonly asked: readonly Capability[];
  /** What the user's flags allow, fixed. */
  readonly typed: readonly Capability[];
  /** What a kept command's directive requests. */
  readonly requested: readonly Capability[];
  /** What relative paths of a new draft start from; null for a kept command, whose paths its directive has. */
  readonly cwd: string | null;
  readonly own: PathRules["own"];
}

type Settled =
  | { readonly asked: Capability; readonly grants: readonly Capability[] }
  | { readonly refused: Failure };

/**
 * Decide what a yes would grant: exactly what the code names, and where it does not say, what was typed or is
 * requested. Every lever call that names its path must then find just that path.
 */
export function settleGrants(request: Request): Granting {
  const settled = request.asked.map((asked) => settle(asked, request));
  const unused = unusedRequests(request);
  const refused = settled.find((one) => "refused" in one)?.refused ?? null;
  if (refused) return { capabilities: request.asked, untyped: [], unused, refused };
  const pairs = settled.flatMap((one) => ("grants" in one ? [one] : []));
  const capabilities = capabilityList(pairs.flatMap(({ grants }) => grants));
  const lost =
    pairs.map(({ asked, grants }) => unfindable(asked, grants, capabilities)).find(Boolean) ?? null;
  if (lost) return { capabilities: request.asked, untyped: [], unused, refused: lost };
  const untyped = capabilities.filter((one) => !isTyped(one, request.typed));
  return { capabilities, untyped, unused, refused: null };
}

function settle(asked: Capability, request: Request): Settled {
  const { kind, rest } = split(asked);
  if (kind === "clock" || kind === "random") return { asked, grants: [asked] };
  if (rest === ANYTHING) return narrowed(asked, request);
  if (kind === "env") return variable(asked, request);
  if (kind !== "read" && kind !== "write") return cannot(asked, String(parseCapability(asked)));
  return path(asked, kind, rest, request);
}

function split(capability: Capability): { readonly kind: string; readonly rest: string } {
  const colon = capability.indexOf(":");
  return colon === -1
    ? { kind: capability, rest: "" }
    : { kind: capability.slice(0, colon), rest: capability.slice(colon + 1) };
}

function narrowed(asked: Capability, { typed, requested, cwd, own }: Request): Settled {
  const { kind } = split(asked);
  const wanted = requested.filter((one) => split(one).kind === kind).map((one) => listed(one, own));
  const refused = wanted.find((one) => "refused" in one);
  if (refused) return refused;
  const grants = [
    ...typed.filter((one) => split(one).kind === kind),
    ...wanted.flatMap((one) => ("grant" in one ? [one.grant] : [])),
  ];
  if (grants.length > 0) return { asked, grants };
  const what = kind === "env" ? "which variable" : "which path";
  const flag = `--allow-${kind} ${kind === "env" ? "NAME" : "PATH"}`;
  return cannot(
    asked,
    `the code does not say ${what}`,
    cwd === null
      ? `its directive must list it under capabilities`
      : `say ${what}, in the directive or with ${flag}`,
  );
}

function variable(asked: Capability, { requested, cwd }: Request): Settled {
  const wanted = parseCapability(asked);
  if (typeof wanted === "string") return cannot(asked, wanted);
  return cwd !== null || requested.includes(asked) ? { asked, grants: [asked] } : unlisted(asked);
}

function path(asked: Capability, kind: "read" | "write", written: string, request: Request): Settled {
  const { requested, cwd, own } = request;
  const kept = grantedPath(pathsOf(kind, requested), written);
  if (kept === null && cwd === null) return unlisted(asked);
  // What is requested for a whole folder is granted for the file that the code names.
  if (kept !== null) {
    const one = listed(`${kind}:${kept}`, own);
    return "refused" in one ? one : { asked, grants: [one.grant] };
  }
  const fixed = fixPath(written, { access: kind, cwd: cwd ?? "/", own });
  if (fixed.kind === "fixed") return { asked, grants: [`${kind}:${fixed.path}`] };
  return fixed.kind === "forbidden"
    ? cannot(asked, fixed.problem)
    : { refused: unusable(`${kind}:${resolve(cwd ?? "/", written)}`, fixed.problem) };
}

/** What a directive lists as it can be granted, or why not: it is not, or is no longer, the path that it names. */
function listed(
  capability: Capability,
  own: PathRules["own"],
): { readonly grant: Capability } | { readonly refused: Failure } {
  const { kind, rest } = split(capability);
  if (kind !== "read" && kind !== "write") return { grant: capability };
  const fixed = fixPath(rest, { access: kind, cwd: "/", own });
  if (fixed.kind === "missing") return { refused: unusable(capability, fixed.problem) };
  if (fixed.kind === "forbidden")
    return { refused: refusal(capability, fixed.problem, "correct the directive's capabilities") };
  // A folder is granted with `/` at its end, also where it is listed without.
  if (fixed.path.replace(/\/$/, "") === rest.replace(/\/$/, "")) return { grant: `${kind}:${fixed.path}` };
  const help = `list ${fixed.path} in the directive, if that is meant`;
  return { refused: refusal(capability, `it leads to ${fixed.path}`, help) };
}

function unusable(capability: Capability, detail: string): Failure {
  return { kind: "grant-unusable", capability, detail };
}

/** A lever looks its path up among all that is granted: a symbolic link or a second fitting path would mislead it. */
function unfindable(
  asked: Capability,
  grants: readonly Capability[],
  all: readonly Capability[],
): Failure | null {
  const { kind, rest } = split(asked);
  if ((kind !== "read" && kind !== "write") || rest === ANYTHING) return null;
  const real = split(grants[0]!).rest.replace(/\/$/, "");
  if (grantedPath(pathsOf(kind, all), rest) === real) return null;
  return refusal(
    asked,
    `it is ${real}, and what is written does not lead there alone`,
    `write ${real} in the code`,
  );
}

function pathsOf(kind: "read" | "write", capabilities: readonly Capability[]): readonly string[] {
  return capabilities.map(split).flatMap((one) => (one.kind === kind ? [one.rest] : []));
}

/** The clock and chance need no flag. */
function isTyped(capability: Capability, typed: readonly Capability[]): boolean {
  const wanted = parseCapability(capability) as Wanted;
  return (
    !("path" in wanted || wanted.kind === "env") ||
    typed.some((one) => covers(parseCapability(one) as Wanted, wanted))
  );
}

function unlisted(asked: Capability): Settled {
  return cannot(
    asked,
    "its directive does not list it",
    "list it in the directive, under capabilities, with its whole path",
  );
}

function cannot(asked: Capability, why: string, help = "say the directive so that it does without"): Settled {
  return { refused: refusal(asked, why, help) };
}

function refusal(capability: Capability, why: string, help: string): Failure {
  return { kind: "capability-refused", capability, why, help };
}
