import { readFileSync } from "node:fs";
import { totalmem } from "node:os";
import { isApproved, storeApproval } from "../keep/approvals.ts";
import { storeCompiled } from "../keep/compiled.ts";
import { compiledFolder } from "../keep/compiled-folder.ts";
import { readCommand } from "../keep/library.ts";
import { sha256 } from "../keep/sha256.ts";
import { judge } from "../session/judge.ts";
import type { Compiled, StoredCommand } from "../terms/command.ts";
import type { Draft, Origin } from "../terms/draft.ts";
import type { UnstampedEvent } from "../terms/event.ts";
import { WritError } from "../terms/failure.ts";
import { keptLimits } from "../terms/limit.ts";
import type { Context } from "./context.ts";
import { type Faces, openFaces } from "./faces.ts";
import { ownFolders } from "./grants/ready-grants.ts";
import { settleGrants } from "./grants/settle-grants.ts";
import { sandboxLevel } from "./sandbox-level.ts";
import { typeStage } from "./type-stage.ts";

/** A command whose short way did not hold: first use, a change, an upgrade. */
export interface Unsettled {
  readonly origin: Origin;
  readonly folder: string;
  readonly name: string;
  readonly before: Compiled | null;
  readonly context: Context;
  readonly quiet: boolean;
  /** Who asks, where it is not the terminal's interface: they are released all the same. */
  readonly faces?: Faces;
}

/**
 * The long way to an approved command: check it again, and ask on the terminal unless there is a yes to
 * exactly these bytes, capabilities, limits and level. Throws `refused`, `capability-refused`, `grant-unusable`,
 * `not-approved` (126; without a terminal at once).
 */
export async function approveCommand(unsettled: Unsettled): Promise<Compiled> {
  const { origin, folder, name, before, context } = unsettled;
  const { places } = context;
  const command = readCommand(origin, folder, name);
  const { check } = await import("../check/check.ts");
  const verdict = check(command.code);
  if (!verdict.accepted) {
    const findings = verdict.findings.filter((finding) => finding.severity === "refuse").length;
    throw new WritError({ kind: "refused", what: `${name} (${command.paths.snippet})`, findings });
  }
  const granting = settleGrants({
    asked: verdict.capabilities,
    ...{ typed: [], requested: command.head.capabilities, cwd: null, own: ownFolders(places) },
  });
  if (granting.refused) throw new WritError(granting.refused);

  const compiled: Compiled = {
    v: 1,
    name,
    sha256: sha256(command.code),
    directiveSha256: sha256(readFileSync(command.paths.directive)),
    javascript: verdict.javascript,
    schema: verdict.schema,
    values: command.head.options ?? {},
    project: origin === "project" ? folder : null,
    capabilities: granting.capabilities,
    limits: before?.limits ?? keptLimits(totalmem()),
    requiredLevel: (await sandboxLevel(context)).required,
  };
  if (!isApproved(places.state, compiled)) await askAgain(unsettled, command, compiled);
  if (origin !== "shipped") storeCompiled(compiledFolder(places, origin), compiled);
  return compiled;
}

async function askAgain(unsettled: Unsettled, command: StoredCommand, compiled: Compiled): Promise<void> {
  const { context, name, origin, before, quiet } = unsettled;
  const changed = before && before.sha256 !== compiled.sha256;
  const what = changed
    ? `${name} changed since it was approved: other bytes in ${command.paths.snippet}`
    : `${name} (${origin}) was never approved here`;
  const faces = unsettled.faces ?? (await openFaces(context, { asks: true, quiet, events: null }));
  try {
    const answer = await decideOn(faces, command, compiled, what, context);
    if (answer.kind !== "yes" && answer.kind !== "save") {
      const noTerminal = answer.kind === "no" && answer.reason === "no-terminal";
      throw new WritError({
        kind: "not-approved",
        what: name,
        reason: noTerminal ? (changed ? "changed" : "no-terminal") : "declined",
        ...(changed ? { detail: command.paths.snippet } : {}),
      });
    }
  } finally {
    await faces.release();
  }
  storeApproval(context.places.state, { ...compiled, origin, at: new Date().toISOString() });
}

async function decideOn(
  faces: Faces,
  command: StoredCommand,
  compiled: Compiled,
  changed: string,
  context: Context,
) {
  const { check } = await import("../check/check.ts");
  const draft: Draft = {
    directive: command.directive,
    code: command.code,
    origin: { kind: "library", name: command.name, origin: command.origin, why: "asked for by name" },
    values: command.head.options ?? {},
  };
  const show = (event: UnstampedEvent) =>
    faces.show({ v: 1, at: new Date().toISOString(), ...event } as Parameters<Faces["show"]>[0]);
  await show({ type: "drafted", draft });
  const stages = judge(draft, null, {
    check: async (code) => check(code),
    grant: () => ({ capabilities: compiled.capabilities, untyped: [], refused: null }),
    types: (code, sample) => typeStage({ code, sample, signal: context.signal }),
  });
  let judged = await stages.next();
  for (; !judged.done; judged = await stages.next()) await show(judged.value);
  const { verdict, stages: results } = judged.value;
  const { level, required } = await sandboxLevel(context);
  return faces.decide({
    kind: "approve",
    draft,
    schema: compiled.schema,
    findings: [...verdict.findings, ...results.flatMap((one) => (one.stage === "types" ? one.findings : []))],
    stages: results,
    capabilities: compiled.capabilities,
    limits: { run: compiled.limits, kept: compiled.limits },
    level,
    required,
    name: command.name,
    taken: [],
    changed,
    canEdit: false,
    canRevise: false,
  });
}
