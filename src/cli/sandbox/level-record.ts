import { existsSync, readFileSync } from "node:fs";
import { release } from "node:os";
import { fileURLToPath } from "node:url";
import { atomicWrite } from "../../keep/atomic-write.ts";
import { isObject, readJson } from "../../keep/read-json.ts";
import { sha256 } from "../../keep/sha256.ts";
import { candidates, type Machinery, type Wall } from "../../run/candidates.ts";
import type { Looked } from "../../run/probe.ts";
import { identity } from "./file-identity.ts";

/** The levels that are probed, the strongest first. */
export const WALLS = ["full", "strong", "namespace"] as const satisfies readonly Wall[];

/** What probes of this machine found. */
export interface LevelRecord {
  /** As it was found before, or found now by a probe. */
  look(wall: Wall): Promise<Looked>;
  /** Whether any of it is from before. */
  isRemembered(): boolean;
  forget(): void;
  /** What was wrong with the stored record, as a sentence; null: nothing. */
  readonly mended: string | null;
}

type Levels = Partial<Record<Wall, Looked>>;

/** What probes found on this boot of this kernel, with these programs; anything else is looked at again. */
export function openLevelRecord(around: {
  readonly path: string;
  readonly state: string;
  readonly engine: string;
  readonly machinery: Machinery;
}): LevelRecord {
  const { path, machinery, ...asked } = around;
  const key = keyOf(around.engine, machinery);
  const stored = readLevels(path, machinery);
  let levels: Levels = stored !== "damaged" && stored.key === key ? stored.levels : {};
  let remembered = Object.keys(levels).length > 0;
  return {
    async look(wall) {
      const before = levels[wall];
      if (before) return before;
      const { runProbe } = await import("./run-probe.ts");
      const looked = await runProbe(wall, { machinery, ...asked });
      levels = { ...levels, [wall]: looked };
      remember(path, { v: 2, key, levels });
      return looked;
    },
    isRemembered: () => remembered,
    forget() {
      levels = {};
      remembered = false;
    },
    mended: stored === "damaged" ? `${path} could not be read: the sandbox was probed again` : null,
  };
}

/** Whatever may change the answer: this boot of this kernel, this user, and every program that takes part. */
function keyOf(engine: string, { bubblewrap, perl, platform, landlockNewest }: Machinery): string {
  // The program that makes stages: another build of writ makes others.
  const self = fileURLToPath(import.meta.url);
  const programs = [engine, self, bubblewrap, perl].map((path) => path && identity(path));
  return sha256(
    JSON.stringify([platform, landlockNewest, release(), bootId(), process.geteuid?.(), ...programs]),
  );
}

function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8");
  } catch {
    return "";
  }
}

interface Stored {
  readonly key: string;
  readonly levels: Levels;
}

const NOTHING: Stored = { key: "", levels: {} };

function readLevels(path: string, machinery: Machinery): Stored | "damaged" {
  if (!existsSync(path)) return NOTHING;
  const value = readJson(path);
  if (!isObject(value) || typeof value.v !== "number") return "damaged";
  // Of another version of writ.
  if (value.v !== 2) return NOTHING;
  const { key, levels } = value;
  if (typeof key !== "string" || !isObject(levels)) return "damaged";
  const all = Object.entries(levels);
  return all.every(([name, looked]) => isLooked(name, looked, machinery)) ? { key, levels } : "damaged";
}

/** Nothing is believed but what a probe of this machine could have found. */
function isLooked(name: string, value: unknown, machinery: Machinery): boolean {
  const wall = WALLS.find((one) => one === name);
  if (!wall || !isObject(value)) return false;
  if (value.kind === "missing") return typeof value.missing === "string" && typeof value.kernel === "boolean";
  const found = JSON.stringify(value.reached);
  return value.kind === "reached" && candidates(wall, machinery).some((one) => JSON.stringify(one) === found);
}

function remember(path: string, record: object): void {
  try {
    atomicWrite(path, `${JSON.stringify(record)}\n`);
  } catch {
    // Nothing depends on it: the next start looks again.
  }
}
