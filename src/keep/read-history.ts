import { existsSync, readFileSync, rmSync } from "node:fs";
import { stateUnusable } from "./atomic-write.ts";
import type { HistoryEntry } from "./history.ts";
import { statePaths } from "./places.ts";
import { isObject, newerVersion } from "./read-json.ts";

/** What was asked for, newest first. `unread`: lines that were torn; `newer`: lines of a newer writ. */
export interface History {
  readonly entries: readonly HistoryEntry[];
  readonly unread: number;
  readonly newer: number;
}

/** Read the history. Throws `state-unusable`. */
export function readHistory(state: string): History {
  const path = statePaths(state).history;
  if (!existsSync(path)) return { entries: [], unread: 0, newer: 0 };
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw stateUnusable(path, error);
  }
  const lines = text
    .split("\n")
    .filter((line) => line !== "")
    .map(parsed);
  const newer = lines.filter((value) => newerVersion(value) !== null).length;
  const entries = lines.filter(isEntry);
  return { entries: entries.toReversed(), newer, unread: lines.length - entries.length - newer };
}

/** Forget it. Throws `state-unusable`. */
export function clearHistory(state: string): void {
  const path = statePaths(state).history;
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw stateUnusable(path, error);
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function isEntry(value: unknown): value is HistoryEntry {
  return (
    isObject(value) && value.v === 1 && typeof value.at === "string" && typeof value.directive === "string"
  );
}
