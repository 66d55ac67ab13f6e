import { readdirSync, utimesSync } from "node:fs";
import { basename, join } from "node:path";
import { HALF } from "../../src/keep/clear-halves.ts";
import { type Ground, timeOf } from "./crash.ts";

const TWO_DAYS_S = 2 * 24 * 60 * 60;

/** Make all that lies in a home two days old, start writ, and look which halves of files are still there. */
export async function clearsHalves(
  ground: Ground,
): Promise<{ readonly found: number; readonly left: readonly string[] }> {
  const found = halvesIn(ground.home);
  const old = Date.now() / 1000 - TWO_DAYS_S;
  for (const path of filesIn(ground.home)) utimesSync(path, old, old);
  await timeOf({ name: "a start", line: "writ run -q mine --field status access.log" }, ground);
  return { found: found.length, left: halvesIn(ground.home) };
}

function halvesIn(home: string): readonly string[] {
  return filesIn(home).filter((path) => HALF.test(basename(path)));
}

function filesIn(home: string): readonly string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
