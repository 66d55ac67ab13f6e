// npm run break-gate [-- --only TEXT] [--alone]: breaks each part of the gate on purpose in a temporary clone of what is
// committed, and shows that this part turns red and that the other quick parts stay green. Exit 1 where one
// does not. Takes minutes, and is no part of the gate; with --alone the other parts are not looked at.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { BREAKS, type Break, type Change } from "./break-gate/breaks.ts";
import { PARTS } from "./gate.ts";

const QUICK_PARTS = ["types", "lint", "arrows", "unused", "words", "links", "shells", "package"];

const { values: flags } = parseArgs({
  options: { only: { type: "string", default: "" }, alone: { type: "boolean" } },
});
const QUICK = flags.alone ? [] : QUICK_PARTS;
const clone = mkdtempSync(join(tmpdir(), "writ-break-"));
try {
  run("git", "clone", "--quiet", "--local", process.cwd(), clone);
  symlinkSync(resolve("node_modules"), join(clone, "node_modules"));
  if (!passes("npm run --silent build")) throw new Error("the clone of what is committed does not build");
  const chosen = BREAKS.filter(({ name, part }) => `${part}: ${name}`.includes(flags.only));
  const before = [...new Set([...QUICK.map(lineOf), ...chosen.map(redLine)])].filter((line) => !passes(line));
  for (const line of before) console.log(`red before anything is broken: ${line}`);
  const failed = chosen.filter((one) => !holds(one, before)).length + before.length;
  console.log(`\n${chosen.length + before.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  rmSync(clone, { recursive: true, force: true });
}

/** `before`: the lines that were red already, and tell nothing. */
function holds(one: Break, before: readonly string[]): boolean {
  if (one.needs && spawnSync("which", [one.needs]).status !== 0) {
    console.log(`skipped: ${one.part}: ${one.name}: there is no ${one.needs} here`);
    return true;
  }
  change(one.change);
  const red = !passes(redLine(one));
  const others = QUICK.filter(
    (part) => part !== one.part && !one.also?.includes(part) && !before.includes(lineOf(part)),
  );
  const pulled = others.filter((part) => !passes(lineOf(part)));
  restore();
  const ends = red ? `${one.part} turned red` : `${one.part} STAYED GREEN`;
  const beside = pulled.length > 0 ? `, and so did ${pulled.join(", ")}, WHICH SHOULD NOT` : "";
  console.log(`${red && pulled.length === 0 ? "ok" : "NOT OK"}: ${one.name}: ${ends}${beside}`);
  return red && pulled.length === 0;
}

function redLine({ part, line }: Break): string {
  return line ?? lineOf(part);
}

function lineOf(name: string): string {
  const part = PARTS.find((one) => one.name === name);
  if (!part) throw new Error(`the gate has no part "${name}"`);
  return part.line;
}

function passes(line: string): boolean {
  return spawnSync("/bin/sh", ["-c", line], { cwd: clone, stdio: "ignore" }).status === 0;
}

function change(one: Change): void {
  const path = join(clone, one.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, changed(one, path));
}

function changed(one: Change, path: string): string | Uint8Array {
  if (one.kind === "create") return one.bytes;
  const before = readFileSync(path, "utf8");
  if (one.kind === "append") return before + one.text;
  if (before.includes(one.find)) return before.replaceAll(one.find, one.by);
  throw new Error(`${one.file} has no ${JSON.stringify(one.find)} any more`);
}

function restore(): void {
  run("git", "-C", clone, "checkout", "--quiet", ".");
  run("git", "-C", clone, "clean", "-fdq", "-e", "node_modules");
}

function run(program: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")} failed: ${stderr}`);
}
