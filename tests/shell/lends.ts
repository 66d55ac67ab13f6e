// The program of fixtures/lends.ts in a real pseudo-terminal, with the terminal's settings noted around it.
import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { onTestFinished } from "vitest";
import { bundleFixture } from "../support/bundle-fixture.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { openTerminal, type Terminal, type TerminalOptions } from "../support/terminal.ts";

export interface Lending {
  readonly terminal: Terminal;
  /** A folder of its own, also first on PATH. */
  readonly folder: string;
  /** Quit by key, and how that ended. */
  quit(): Promise<Ending>;
  ending(): Promise<Ending>;
  /** The process that has the terminal's live area. */
  pid(): number;
}

export interface Ending {
  readonly code: number;
  /** Settings, cursor, screen and paste marks are what they were. */
  readonly isRestored: boolean;
}

let bundled: Promise<string> | undefined;

/** Start it and wait until it is ready. `programs` are shell scripts by name, on its PATH. */
export async function startLending(
  env: Record<string, string> = {},
  options: TerminalOptions & { readonly programs?: Readonly<Record<string, string>> } = {},
): Promise<Lending> {
  bundled ??= bundleFixture("tests/shell/fixtures/lends.ts");
  const program = `'${process.execPath}' '${await bundled}'`;
  const folder = scratchFolder("lends");
  for (const [name, script] of Object.entries(options.programs ?? {})) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  const stty = (when: string) => `stty -a < /dev/tty > ${folder}/${when}`;
  // A Ctrl-C in the editor meets this shell too, and must not end it.
  const script = `trap : INT; ${stty("before")}; echo $$ > ${folder}/sh; ${program}; code=$?; ${stty("after")}; exit $code`;
  const PATH = `${folder}${delimiter}${process.env.PATH}`;
  const terminal = openTerminal("sh", ["-c", script], {
    ...options,
    env: { PATH, TMPDIR: folder, OUT: join(folder, "out"), ...env },
  });
  onTestFinished(() => terminal.kill("SIGKILL"));
  await terminal.until(/^ready$/m);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const ending = async () => {
    const code = await terminal.exit;
    // A window that was resized has another size, which is no setting of ours.
    const [before, after] = [read("before"), read("after")].map((text) =>
      text.replace(/rows.*columns \d+;/, ""),
    );
    return { code, isRestored: before === after && isPutBack(terminal.raw()) };
  };
  return {
    terminal,
    folder,
    async quit() {
      await terminal.key("q");
      return ending();
    },
    ending,
    pid: () =>
      Number(execFileSync("pgrep", ["-P", read("sh").trim(), "-f", "lends.js"], { encoding: "utf8" })),
  };
}

/** Whether each mode that was set on the terminal was reset afterwards. */
function isPutBack(raw: string): boolean {
  const last = (mode: string) => raw.lastIndexOf(`\x1b[?${mode}`);
  const isCursorShown = last("25h") >= last("25l");
  return isCursorShown && ["2004", "1049", "1"].every((mode) => last(`${mode}l`) >= last(`${mode}h`));
}
