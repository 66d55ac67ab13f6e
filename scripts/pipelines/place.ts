import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Ended, runLine } from "./run-line.ts";
import type { Situation } from "./situation.ts";

/** A home with commands whose run files are made, and room for one working folder per situation. */
export interface Place {
  /** The working folder and the environment of one situation, whose files are made. */
  open(situation: Situation): { readonly folder: string; readonly env: Readonly<Record<string, string>> };
  close(): void;
}

const COMMANDS = ["select", "top-values", "unique", "mine"];

/** @throws Error where the commands cannot be made ready: then nothing can be judged */
export async function openPlace(): Promise<Place> {
  const root = mkdtempSync(join(tmpdir(), "writ pipelines "));
  for (const name of ["home", "bin"]) mkdirSync(join(root, name));
  symlinkSync(resolve("bin/writ"), join(root, "bin", "writ"));
  let count = 0;

  const open = ({ files, start }: Pick<Situation, "files" | "start">) => {
    const folder = join(root, `work ${++count}`);
    mkdirSync(join(folder, "tmp"), { recursive: true });
    cpSync("samples/access.log", join(folder, "access.log"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const path = `${join(root, "bin")}:/usr/local/bin:/usr/bin:/bin`;
    return {
      folder,
      env: {
        PATH: path,
        HOME: join(root, "home"),
        TMPDIR: join(folder, "tmp"),
        RUN: start,
        LC_ALL: "C.UTF-8",
      },
    };
  };

  const lines = [
    'writ "the ten most frequent addresses" access.log --yes -q --save mine >/dev/null',
    ...COMMANDS.map(
      (name) =>
        `writ run ${name} ${name === "unique" || name === "select" ? "" : "--field status"} access.log | tail -1`,
    ),
  ];
  for (const line of lines) await prepare(line);
  return { open, close: () => rmSync(root, { recursive: true, force: true }) };

  async function prepare(line: string): Promise<void> {
    const { folder, env } = open({ files: {}, start: "" });
    const ended: Ended = await runLine(line, { folder, env });
    if (ended.exit !== 0) {
      rmSync(root, { recursive: true, force: true });
      throw new Error(`cannot make the commands ready: ${line}\n${ended.stderr}`);
    }
  }
}
