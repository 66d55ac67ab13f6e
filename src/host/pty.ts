import { constants } from "node:os";
import type { Program, ProgramEnding, StartProgram } from "../terms/program.ts";

/** A program that was hung up on has so long to tidy up. */
const TIDY_MS = 500;

/** Run a command line with SHELL, or /bin/sh, in a new session on a new pseudo-terminal. */
export const startProgram: StartProgram = async ({ command, env, cwd, columns, rows }) => {
  // Native code, and only some sessions need it.
  const { spawn } = await import("node-pty");
  const child = spawn(env.SHELL || "/bin/sh", ["-c", command], {
    name: env.TERM ?? "xterm-256color",
    cols: columns,
    rows,
    cwd,
    env: { ...env },
  });
  let isOver = false;
  // Nothing that it started outlives this process, whatever it ignores.
  const kill = () => signalGroup(child.pid, "SIGKILL");
  process.on("exit", kill);
  const ended = new Promise<ProgramEnding>((resolve) => {
    child.onExit(({ exitCode, signal }) => {
      isOver = true;
      process.off("exit", kill);
      resolve(signal ? { exitCode: null, signal: signalName(signal) } : { exitCode, signal: null });
    });
  });
  const program: Program = {
    onOutput: (listener) => void child.onData(listener),
    type(text) {
      if (!isOver) child.write(text);
    },
    resize(size) {
      if (!isOver) child.resize(size.columns, size.rows);
    },
    pause: () => child.pause(),
    resume: () => child.resume(),
    hangUp() {
      if (isOver) return;
      signalGroup(child.pid, "SIGHUP");
      signalGroup(child.pid, "SIGCONT");
      const timer = setTimeout(kill, TIDY_MS);
      void ended.then(() => clearTimeout(timer));
    },
    ended,
  };
  return program;
};

/** The child leads its session, so its group is named by its own number. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // Gone already, or another user's (`sudo`), which the end of its terminal has to do for.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ESRCH" && code !== "EPERM") throw error;
  }
}

function signalName(number: number): NodeJS.Signals {
  const found = Object.entries(constants.signals).find(([, value]) => value === number);
  return (found?.[0] ?? "SIGKILL") as NodeJS.Signals;
}
