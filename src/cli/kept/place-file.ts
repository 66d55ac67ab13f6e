import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atomicWrite } from "../../keep/atomic-write.ts";
import { noteUse } from "../../keep/clear-state.ts";
import type { Plan } from "../../run/plan.ts";
import type { RunnerModule } from "../../run/runner-module.ts";
import { buildStage } from "../../run/stage/build-stage.ts";
import { filterProgram } from "../../run/stage/seccomp.ts";
import { WritError } from "../../terms/failure.ts";
import { scratchPrefix } from "../../terms/scratch-name.ts";
import { tell } from "../faces/print.ts";

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
 * 0o700, that it can be executed there (a folder may be mounted noexec). Whether it does. One that was there with
 * other bytes is made again, and the user is told.
 */
function placeFile(path: string, bytes: Uint8Array, mode: 0o600 | 0o700): boolean {
  if (holds(path, bytes, mode)) {
    noteUse(path, Date.now());
    return true;
  }
  const wasDamaged = existsSync(path) && !holds(path, bytes, 0o600);
  try {
    atomicWrite(path, bytes, mode);
    if (wasDamaged) tell(`writ: ${path} was not as writ had made it, and was made again`);
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
  return placePlanOrNot(stages, planIn) ?? planIn(stages);
}

/** The same; null where neither folder can hold it. */
export function placePlanOrNot(stages: string, planIn: (stages: string) => Plan): Plan | null {
  const plan = planIn(stages);
  if (placeFilesOf(plan)) return plan;
  const other = planIn(privateFolder());
  return placeFilesOf(other) ? other : null;
}

/** Make sure that what a plan starts from lies where it says, as it should be. Whether it does. */
function placeFilesOf({ stage, means, namespaces }: Plan): boolean {
  const filter = namespaces?.filter;
  return (
    // perl reads the stage: a folder that holds no programs will do.
    (!stage || placeFile(stage.path, buildStage(stage), means === "perl" ? 0o600 : 0o700)) &&
    (!filter || placeFile(filter.path, filterProgram(filter.rules, { ...filter, stagePath: 0 }), 0o600))
  );
}

let made: string | undefined;

/** A folder of this process alone, removed when it ends; where it is killed, by a later start. */
export function privateFolder(): string {
  if (made !== undefined) return made;
  const folder = mkdtempSync(join(tmpdir(), scratchPrefix("run", process.pid)));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  made = folder;
  return folder;
}
