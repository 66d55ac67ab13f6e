import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { clearHalves } from "../../keep/clear-halves.ts";
import { clearScratch } from "../../keep/clear-scratch.ts";
import { clearState } from "../../keep/clear-state.ts";
import { clearLent } from "../../keep/lent-copies.ts";
import { statePaths } from "../../keep/places.ts";
import { requirePrivateState } from "../../keep/private-state.ts";
import type { Wall } from "../../run/candidates.ts";
import type { Looked } from "../../run/probe.ts";
import type { Reached } from "../../run/reached.ts";
import { WritError } from "../../terms/failure.ts";
import { isAtLeast, type Level } from "../../terms/level.ts";
import type { Context } from "../context.ts";
import { distPath } from "../installation.ts";
import { readSandboxSettings } from "../settings/config.ts";
import { openLevelRecord, WALLS } from "./level-record.ts";
import { findMachinery } from "./machinery.ts";
import { trustedEngine } from "./trusted-engine.ts";

/** What runs on this machine get, and what the user requires of it. */
export interface Sandbox {
  readonly reached: Reached;
  readonly level: Level;
  readonly required: Level;
  /** Why the required level is not reached, as a clause; null where it is. */
  readonly missing: string | null;
  /** What was wrong with the record of earlier probes, as a sentence; null: nothing. */
  readonly mended: string | null;
}

let known: Promise<Sandbox> | undefined;

/**
 * The sandbox of this machine: probed once, remembered in the state folder for the same kernel, programs
 * and build. Throws `state-unusable`, `engine-missing`, `engine-changed`.
 */
export function sandboxLevel(context: Context): Promise<Sandbox> {
  known ??= findSandbox(context);
  return known;
}

/** The same, where something is about to run. Throws `not-approved` (126) where less is reached than required. */
export async function requiredSandbox(context: Context, what: string): Promise<Sandbox> {
  const sandbox = await sandboxLevel(context);
  if (!isAtLeast(sandbox.level, sandbox.required)) throw tooWeak(sandbox, what);
  return sandbox;
}

function tooWeak({ missing, level, required }: Sandbox, what: string): WritError {
  const detail = `${required} is required, ${level} is reached${missing === null ? "" : `: ${missing}`}`;
  return new WritError({ kind: "not-approved", what, reason: "level", detail });
}

async function findSandbox(context: Context): Promise<Sandbox> {
  const { state } = context.places;
  requirePrivateState(state);
  const now = { ms: Date.now(), build: readFileSync(distPath("build-id"), "utf8").trim() };
  clearLent(statePaths(state).spools);
  if (clearState(state, now)) {
    clearHalves(context.places, now.ms);
    clearScratch(tmpdir(), now.ms);
  }
  const { record, settings } = await openRecord(context);
  const { mended } = record;
  const first = await chooseLevel(record.look, settings.required);
  if (isAtLeast(first.level, first.required) || !record.isRemembered()) return { ...first, mended };
  // What was not reached before may be now: somebody installed or allowed something.
  record.forget();
  return { ...(await chooseLevel(record.look, settings.required)), mended };
}

async function openRecord(context: Context) {
  const settings = await readSandboxSettings(context.places.config);
  const machinery = findMachinery(settings.macos === "untested-profile");
  const { state } = context.places;
  const record = openLevelRecord({
    path: statePaths(state).sandbox,
    state,
    engine: trustedEngine(state),
    machinery,
  });
  return { record, settings };
}

/** What is chosen among what is reached. */
export type Chosen = Omit<Sandbox, "mended">;

/**
 * The weakest level that is enough: `full` costs start time, and is for whoever requires it. Nothing below `strong`
 * where that is reached. `typed`: what the user's configuration requires.
 */
export async function chooseLevel(
  look: (wall: Wall) => Promise<Looked>,
  typed: Level | undefined,
): Promise<Chosen> {
  const strong = await look("strong");
  const required = typed ?? defaultLevel(strong);
  const full = required === "full" ? await look("full") : null;
  const enough = full?.kind === "reached" ? full : strong;
  const found = enough.kind === "reached" ? enough : await look("namespace");
  const reached: Reached =
    found.kind === "reached"
      ? found.reached
      : { level: "engine-only", missing: strong.kind === "missing" ? strong.missing : "" };
  const chosen = { reached, level: reached.level, required, missing: null };
  if (required === "engine-only" || isAtLeast(reached.level, required)) return chosen;
  const wanted = await look(required);
  return { ...chosen, missing: wanted.kind === "missing" ? wanted.missing : null };
}

/** `strong`, unless this kernel or architecture cannot: then namespaces have to do. */
function defaultLevel(strong: Looked): Level {
  return strong.kind === "missing" && strong.kernel ? "namespace" : "strong";
}

/** Every level with what became of it, looked at anew. */
export async function lookAtLevels(context: Context): Promise<ReadonlyMap<(typeof WALLS)[number], Looked>> {
  const { record } = await openRecord(context);
  record.forget();
  const looked = new Map<(typeof WALLS)[number], Looked>();
  for (const wall of WALLS) looked.set(wall, await record.look(wall));
  return looked;
}
