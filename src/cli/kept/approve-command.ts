import { readFileSync } from "node:fs";
import { totalmem } from "node:os";
import { isApproved, storeApproval } from "../../keep/approvals.ts";
import { storeCompiled } from "../../keep/compiled.ts";
import { compiledFolder } from "../../keep/compiled-folder.ts";
import { readCommand } from "../../keep/library.ts";
import { sha256 } from "../../keep/sha256.ts";
import type { Compiled, StoredCommand } from "../../terms/command.ts";
import type { Origin } from "../../terms/draft.ts";
import { WritError } from "../../terms/failure.ts";
import type { Granting } from "../../terms/granting.ts";
import { keptLimits, type Limits } from "../../terms/limit.ts";
import { shapeIn } from "../../terms/shape.ts";
import type { Capability } from "../../terms/verdict.ts";
import type { Context } from "../context.ts";
import { type Faces, openFaces } from "../faces/faces.ts";
import { ownPlaces } from "../grants/own-places.ts";
import { settleGrants } from "../grants/settle-grants.ts";
import { sandboxLevel } from "../sandbox/sandbox-level.ts";
import { askAbout } from "./ask-about.ts";

/** A command whose short way did not hold: first use, a change, an upgrade, or the user's wish to look at it. */
export interface Unsettled {
  readonly origin: Origin;
  readonly folder: string;
  readonly name: string;
  readonly before: Compiled | null;
  readonly context: Context;
  readonly quiet: boolean;
  /** Who asks, where it is not the terminal's interface: they are released all the same. */
  readonly faces?: Faces;
  /** What a yes leads to, where that is not a run. */
  readonly leadsTo?: "approval";
  /** Limits typed with it, which are approved with it. */
  readonly limits?: Partial<Limits>;
  /** `--yes`: nobody is asked, and no more is granted than is named here. */
  readonly yes?: { readonly allowed: readonly Capability[] };
}

/**
 * The long way to an approved command: check it again, and ask on the terminal unless there is a yes to
 * exactly these bytes, capabilities, limits and level. Throws `refused`, `capability-refused`, `grant-unusable`,
 * `not-approved` (126; without a terminal at once).
 */
export async function approveCommand(unsettled: Unsettled): Promise<Compiled> {
  const { origin, folder, name, context } = unsettled;
  const { places } = context;
  const command = readCommand(origin, folder, name);
  const compiled = await compileCommand(unsettled, command);
  if (!isApproved(places.state, compiled)) await askAgain(unsettled, command, compiled);
  if (origin !== "shipped") storeCompiled(compiledFolder(places, origin), compiled);
  return compiled;
}

/** What a run of this text would start from, were it approved. Throws `refused`, `capability-refused`, `grant-unusable`. */
export async function compileCommand(
  unsettled: Pick<Unsettled, "origin" | "folder" | "before" | "context" | "limits">,
  command: StoredCommand,
): Promise<Compiled> {
  const { origin, folder, before, context, limits } = unsettled;
  const { name } = command;
  const { check } = await import("../../check/check.ts");
  const verdict = check(command.code);
  if (!verdict.accepted) {
    const findings = verdict.findings.filter((finding) => finding.severity === "refuse").length;
    throw new WritError({ kind: "refused", what: `${name} (${command.paths.snippet})`, findings });
  }
  const granting = grantKept(verdict.capabilities, { command, context, typed: [] });
  if (granting.refused) throw new WritError(granting.refused);
  return {
    v: 1,
    name,
    sha256: sha256(command.code),
    directiveSha256: sha256(readFileSync(command.paths.directive)),
    javascript: verdict.javascript,
    schema: verdict.schema,
    reads: verdict.reads,
    values: command.head.options ?? {},
    project: origin === "project" ? folder : null,
    capabilities: granting.capabilities,
    limits: { ...(before?.limits ?? keptLimits(totalmem())), ...limits },
    requiredLevel: (await sandboxLevel(context)).required,
    ...(command.head.reading ? { reading: command.head.reading } : {}),
    ...shapeIn(command.head.input),
  };
}

async function askAgain(unsettled: Unsettled, command: StoredCommand, compiled: Compiled): Promise<void> {
  const { context, name, origin, before, quiet, leadsTo, yes } = unsettled;
  const changed = before && before.sha256 !== compiled.sha256;
  const faces =
    unsettled.faces ?? (await openFaces(context, { asks: yes === undefined, quiet, events: null }));
  try {
    const { answer } = await askAbout(
      {
        name,
        draft: draftOf(command),
        limits: compiled.limits,
        told: changed
          ? `${name} changed since it was approved: other bytes in ${command.paths.snippet}`
          : `${name} (${origin}) ${before ? "is not approved like this" : "was never approved here"}`,
        ...(leadsTo === undefined ? {} : { leadsTo }),
        grant: (asked) => grantKept(asked, { command, context, typed: yes?.allowed ?? [] }),
        yes: yes !== undefined,
      },
      faces,
      context,
    );
    if (answer.kind !== "yes" && answer.kind !== "save") {
      const noTerminal = answer.kind === "no" && answer.reason === "no-terminal";
      throw new WritError({
        kind: "not-approved",
        what: name,
        reason: noTerminal ? (changed ? "changed" : "no-terminal") : "declined",
        beforehand: `writ approve ${name} --yes`,
        ...(changed ? { detail: command.paths.snippet } : {}),
      });
    }
  } finally {
    await faces.release();
  }
  storeApproval(context.places.state, { ...compiled, origin, at: new Date().toISOString() });
}

/** What a yes to a kept command would grant: what its directive requests of what its code asks for. */
export function grantKept(
  asked: readonly Capability[],
  options: {
    readonly command: StoredCommand;
    readonly context: Context;
    readonly typed: readonly Capability[];
  },
): Granting {
  const { command, context, typed } = options;
  const own = ownPlaces(context.places);
  return settleGrants({ asked, typed, requested: command.head.capabilities, cwd: null, own });
}

/** A kept command's text in the shape that everything that judges and shows drafts takes. */
export function draftOf({ name, origin, directive, code, head }: StoredCommand) {
  return {
    directive,
    code,
    origin: { kind: "library" as const, name, origin, why: "asked for by name" },
    values: head.options ?? {},
  };
}
