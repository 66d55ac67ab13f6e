import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clearState, noteUse } from "../../src/keep/clear-state.ts";
import { statePaths } from "../../src/keep/places.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW_MS = 1_800_000_000_000;

let state = "";
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "writ-clear-"));
  put("cleared", 2);
});
afterEach(() => rmSync(state, { recursive: true }));

function put(name: string, days: number, text = ""): void {
  const path = join(state, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  utimesSync(path, (NOW_MS - days * DAY_MS) / 1000, (NOW_MS - days * DAY_MS) / 1000);
}

const clear = () => clearState(state, { ms: NOW_MS, build: "build-2" });
const left = (folder: string) => readdirSync(join(state, folder)).sort();

test("what was unused for 30 days goes, what a run file of this build names stays", () => {
  put("stages/old", 31);
  put("stages/named", 99);
  put("stages/recent", 29);
  put("runners/old.mjs", 31);
  put("runs/user/a.sh", 99, "build-2 stages/named");
  clear();
  expect([left("stages"), left("runners"), left("runs/user")]).toEqual([["named", "recent"], [], ["a.sh"]]);
});

test("run files of another build go, and what only they name", () => {
  put("runs/shipped/b.sh", 2, "build-1 stages/of-b");
  put("stages/of-b", 40);
  clear();
  expect([left("runs/shipped"), left("stages")]).toEqual([[], []]);
});

test("nothing younger than a day goes: a start may be about to use it", () => {
  put("runs/shipped/b.sh", 0.9, "build-1");
  put("stages/half.1234.tmp", 0.9);
  put("stages/other-half.1234.tmp", 1.1);
  clear();
  expect([left("runs/shipped"), left("stages")]).toEqual([["b.sh"], ["half.1234.tmp"]]);
});

test("there are never many more than 256, the newest", () => {
  for (let i = 0; i < 300; i++) put(`stages/${i}`, 2 + i / 100);
  clear();
  expect(left("stages")).toHaveLength(256);
  expect(existsSync(join(state, "stages/0"))).toBe(true);
});

test("it looks once a day, and never at its first start", () => {
  put("stages/old", 31);
  put("cleared", 0.5);
  clear();
  rmSync(join(state, "cleared"));
  clear();
  expect(left("stages")).toEqual(["old"]);
});

test("what is used is noted, so that it stays", () => {
  const path = join(state, "stages/old");
  put("stages/old", 31);
  noteUse(path, NOW_MS);
  clear();
  expect(statSync(path).mtimeMs).toBe(NOW_MS);
});

test("approvals, history and records are not touched, however old", () => {
  put("approvals/x.json", 999);
  put("history.jsonl", 999);
  clear();
  expect(existsSync(join(state, "approvals/x.json")) && existsSync(statePaths(state).history)).toBe(true);
});
