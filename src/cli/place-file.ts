import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atomicWrite } from "../keep/atomic-write.ts";
import type { Plan, PlannedStage } from "../run/plan.ts";
import type { RunnerModule } from "../run/runner-module.ts";
import { buildStage } from "../run/stage/build-stage.ts";
import { WritError } from "../terms/failure.ts";

/** A module of ours, in `folder` or else in a private folder. Returns its path. */
export function placeModule(folder: string, { name, text }: RunnerModule): string {
  const bytes = Buffer.from(text);
  if (placeFile(join(folder, name), bytes, 0o600)) return join(folder, name);
  const other = join(privateFolder(), name);
  if (placeFile(other, bytes, 0o600)) return other;
  throw new WritError({ kind: "state-unusable", path: other, detail: "what was written there is not there" });
}

/**
 * Make sure that a content-addressed file of ours lies in `folder` with exactly these bytes, and, with `mode`
 * 0o700, that it can be executed there (a folder may be mounted noexec). Whether it does.
 */
function placeFile(path: string, bytes: Uint8Array, mode: 0o600 | 0o700): boolean {
  if (holds(path, bytes, mode)) return true;
  try {
    atomicWrite(path, bytes, mode);
  } catch {
    // A state folder that cannot be written is no reason not to run: there is another.
    return false;
  }
  return holds(path, bytes, mode);
}

function holds(path: string, bytes: Uint8Array, mode: number): boolean {
  try {
    if (mode === 0o700) accessSync(path, constants.X_OK);
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

/**
 * A plan whose stage lies where it says: in `stages`, or else in a private folder. Where neither can hold a
 * program the run fails closed, since what it starts with is not there.
 */
export function placePlan(stages: string, planIn: (stages: string) => Plan): Plan {
  const plan = planIn(stages);
  if (plan.stage === null || placeStage(plan.stage)) return plan;
  const other = planIn(privateFolder());
  if (other.stage) placeStage(other.stage);
  return other;
}

/** Make sure that a stage lies where its plan says, as it should be. Whether it does. */
function placeStage(stage: PlannedStage): boolean {
  return placeFile(stage.path, buildStage(stage), 0o700);
}

let made: string | undefined;

/** A folder of this process alone, removed when it ends. */
function privateFolder(): string {
  if (made !== undefined) return made;
  const folder = mkdtempSync(join(tmpdir(), "writ-run-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  made = folder;
  return folder;
}
