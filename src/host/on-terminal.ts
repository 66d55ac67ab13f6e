// A program of the user's own that takes over the controlling terminal: the editor, the pager. Whoever calls
// has stopped reading the terminal first.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";
import { constants } from "node:os";
import type { Writable } from "node:stream";

/** How the program ended: a signal as 128 plus its number, as shells say it. */
export type OnTerminal =
  | { readonly kind: "ended"; readonly exitCode: number }
  | { readonly kind: "failed"; readonly detail: string };

/** What a program that was ended in the middle may have left on: another screen, modes, colours, no cursor. */
const PUT_RIGHT =
  "\x1b[?1049l\x1b[?1l\x1b>\x1b[?1000;1002;1003;1006;2004l\x1b[r\x1b[0m\x1b[?25h\x1b[999;1H\n";

/**
 * Run a command line such as `code --wait` or `less -R` in a POSIX shell, with `args` after its own, on the
 * controlling terminal. `feed` writes its stdin and ends it; without, that is the terminal too. The
 * terminal's settings are afterwards what they were, whatever the program did.
 */
export async function runOnTerminal(options: {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly feed?: (stdin: Writable) => Promise<void>;
  readonly signal?: AbortSignal;
}): Promise<OnTerminal> {
  const { command, args, env, feed, signal } = options;
  const terminal = openTerminal();
  if (terminal === null) return { kind: "failed", detail: "there is no terminal" };
  const settings = stty(terminal, "-g");
  try {
    const child = spawn("/bin/sh", ["-c", `${inPlace(command)} "$@"`, "sh", ...args], {
      env,
      stdio: [feed ? "pipe" : terminal, terminal, terminal],
      ...(signal && { signal, killSignal: "SIGHUP" }),
    });
    // What goes wrong with the source is said when the terminal is ours again.
    const fed = feed?.(child.stdin!).then(
      () => null,
      (error: Error) => error,
    );
    const ending = await endingOf(child);
    const wasEnded = ending.kind === "ended" && (ending.exitCode > 128 || signal?.aborted === true);
    if (wasEnded) putRight(terminal);
    const error = await fed;
    if (error) throw error;
    return ending;
  } finally {
    if (settings !== null) stty(terminal, settings);
    closeSync(terminal);
  }
}

function openTerminal(): number | null {
  try {
    return openSync("/dev/tty", "r+");
  } catch {
    return null;
  }
}

/** A terminal whose window was closed takes nothing, and needs nothing. */
function putRight(terminal: number): void {
  try {
    writeSync(terminal, PUT_RIGHT);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EIO") throw error;
  }
}

/** In the shell's place, so that a signal meets the program; not where that would change what is meant. */
function inPlace(command: string): string {
  return /[=;&|<>()`\n]/.test(command) ? command : `exec ${command}`;
}

function endingOf(child: ChildProcess): Promise<OnTerminal> {
  return new Promise((resolve) => {
    // An error after the start is an abort; then the end is still to come.
    child.on("error", ({ message }) => {
      if (child.pid === undefined) resolve({ kind: "failed", detail: message });
    });
    child.once("close", (code, name) => {
      resolve({ kind: "ended", exitCode: code ?? 128 + constants.signals[name!] });
    });
  });
}

/** Ask the terminal for its settings, or set them. Null where there is no `stty`. */
function stty(terminal: number, settings: string): string | null {
  const { status, stdout } = spawnSync("stty", [settings], {
    stdio: [terminal, "pipe", "ignore"],
    encoding: "utf8",
  });
  return status === 0 ? stdout.trim() : null;
}
