import { readFileSync, statSync } from "node:fs";
import { release } from "node:os";
import { fileURLToPath } from "node:url";
import { atomicWrite } from "../keep/atomic-write.ts";
import { statePaths } from "../keep/places.ts";
import { isObject, readJson } from "../keep/read-json.ts";
import { sha256 } from "../keep/sha256.ts";
import { findEngine } from "../run/engine.ts";
import { LANDLOCK_NEWEST } from "../run/layers/landlock.ts";
import type { Reached } from "../run/reached.ts";
import { WritError } from "../terms/failure.ts";
import { isAtLeast, type Level } from "../terms/level.ts";
import { readRequired } from "./config.ts";
import type { Context } from "./context.ts";

/** What this machine reaches, and what the user requires of it. */
export interface Sandbox {
  readonly reached: Reached;
  readonly level: Level;
  readonly required: Level;
}

const DEFAULT_REQUIRED: Level = "strong";

let known: Promise<Sandbox> | undefined;

/** The sandbox of this machine: probed once, remembered in the state folder for the same kernel, engine and stage. */
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

function tooWeak({ reached, level, required }: Sandbox, what: string): WritError {
  const missing = reached.level === "engine-only" ? `: ${reached.missing}` : "";
  const detail = `${required} is required, ${level} is reached${missing}`;
  return new WritError({ kind: "not-approved", what, reason: "level", detail });
}

async function findSandbox(context: Context): Promise<Sandbox> {
  const required = (await readRequired(context.places.config)) ?? DEFAULT_REQUIRED;
  const reached = await findReached(context.places.state);
  return { reached, level: reached.level, required };
}

async function findReached(state: string): Promise<Reached> {
  const platform = `${process.platform}-${process.arch}`;
  const engine = findEngine();
  const key = keyOf(engine);
  const path = statePaths(state).sandbox;
  const stored = readJson(path);
  if (isReached(stored) && stored.key === key) return { level: "strong", landlockAbi: stored.landlockAbi };

  const { runProbe } = await import("./run-probe.ts");
  const reached = await runProbe({ platform, engine, state });
  // What was not reached is looked at again next time: the machine may have been mended.
  if (reached.level === "strong") remember(path, { v: 1, key, ...reached });
  return reached;
}

/** Whatever may change the answer: this boot of this kernel, the engine's file, and the program that makes stages. */
function keyOf(engine: string): string {
  const program = fileURLToPath(import.meta.url);
  return sha256(
    JSON.stringify([release(), bootId(), process.geteuid?.(), identity(engine), identity(program)]),
  );
}

function identity(path: string): readonly (string | number)[] {
  const { dev, ino, size, mtimeMs, ctimeMs } = statSync(path);
  return [path, dev, ino, size, mtimeMs, ctimeMs];
}

function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8");
  } catch {
    return "";
  }
}

function isReached(value: unknown): value is { readonly key: string; readonly landlockAbi: number } {
  return (
    isObject(value) &&
    value.v === 1 &&
    value.level === "strong" &&
    typeof value.key === "string" &&
    typeof value.landlockAbi === "number" &&
    value.landlockAbi >= 1 &&
    value.landlockAbi <= LANDLOCK_NEWEST
  );
}

function remember(path: string, record: object): void {
  try {
    atomicWrite(path, `${JSON.stringify(record)}\n`);
  } catch {
    // Nothing depends on it: the next start looks again.
  }
}
