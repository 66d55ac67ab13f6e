import { StringDecoder } from "node:string_decoder";
import type { Program, ProgramEnding, StartProgram } from "../../terms/program.ts";
import { rowsMost, type Size } from "../frame.ts";
import { type Line, line, span } from "../line.ts";
import type { LiveArea, Scene } from "../live-area.ts";
import type { Tty } from "../tty.ts";
import type { Emulator } from "./emulator.ts";
import { createPlainOutput, type PlainOutput } from "./plain-output.ts";
import { programEnvironment } from "./program-environment.ts";
import { programKeys } from "./program-keys.ts";

/** How a program ended, and what it wrote as plain text. `cut`: only the start of that, it was too much. */
export interface PaneEnding extends ProgramEnding {
  readonly output: string;
  readonly cut: boolean;
}

/** At most 30 frames a second. */
const FRAME_MS = 33;
/** With so many characters not yet on the emulator's screen, the program has to wait. */
const BACKLOG_MOST = 1 << 18;

/**
 * Run a command line in a pane of the live area, which gets every key meanwhile, Ctrl-C and Ctrl-Z too. When
 * it has ended, what is on its screen and above it stays on the terminal, and the scene before it is back.
 * `signal` hangs up on the program. Where no pseudo-terminal can be had, that is said, and neither exit code
 * nor signal is there.
 */
export async function runInPane(options: {
  readonly command: string;
  readonly live: LiveArea;
  readonly tty: Tty;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly start: StartProgram;
  readonly signal?: AbortSignal;
}): Promise<PaneEnding> {
  const { command, live, tty, cwd, start, signal } = options;
  const { createEmulator } = await import("./emulator.ts");
  const size = paneSize(tty.size());
  const env = programEnvironment(options.env, tty.colorDepth);
  let program: Program;
  try {
    program = await start({ command, env, cwd, ...size });
  } catch (error) {
    live.print([line(span(`there is no pseudo-terminal for it: ${(error as Error).message}`, "bad"))]);
    return { exitCode: null, signal: null, output: "", cut: false };
  }
  const emulator = createEmulator(size);
  const plain = createPlainOutput();
  const pane = createPane({ program, emulator, size });
  const hangUp = () => program.hangUp();
  signal?.addEventListener("abort", hangUp, { once: true });
  if (signal?.aborted) hangUp();
  try {
    return await live.during(pane.scene, async () => {
      const ending = await watch({ program, emulator, plain, onChange: () => live.redraw() });
      pane.close();
      live.redraw();
      live.print(record(emulator, plain));
      const { text, cut } = plain.end();
      return { ...ending, output: text, cut };
    });
  } finally {
    signal?.removeEventListener("abort", hangUp);
  }
}

/** As large as the live area may be; the emulator has no terminal of one column. */
function paneSize(size: Size): Size {
  return { columns: Math.max(2, size.columns), rows: rowsMost(size) };
}

/** The scene of a running program. Its terminal is as large as what is drawn. */
function createPane(options: { program: Program; emulator: Emulator; size: Size }): {
  readonly scene: Scene;
  close(): void;
} {
  const { program, emulator } = options;
  const decoder = new StringDecoder("utf8");
  let { size } = options;
  let isOver = false;
  const resizeTo = (next: Size) => {
    if (next.columns === size.columns && next.rows === size.rows) return;
    size = next;
    emulator.resize(size);
    program.resize(size);
  };
  return {
    scene: {
      frame(terminal) {
        if (isOver) return { rows: [] };
        resizeTo(paneSize(terminal));
        return { rows: emulator.screen() };
      },
      isFullScreen: () => !isOver && emulator.isFullScreen(),
      onKey() {},
      onBytes: (bytes) => program.type(programKeys(decoder.write(bytes), emulator.modes())),
    },
    close() {
      isOver = true;
    },
  };
}

/** Let the program's output through to the emulator until it has ended and everything is on the screen. */
async function watch(options: {
  program: Program;
  emulator: Emulator;
  plain: PlainOutput;
  onChange(): void;
}): Promise<ProgramEnding> {
  const { program, emulator, plain, onChange } = options;
  let backlog = 0;
  let isPaused = false;
  let nextFrame: NodeJS.Timeout | undefined;
  const draw = () => {
    nextFrame = undefined;
    onChange();
  };
  const seen = (units: number) => {
    backlog -= units;
    nextFrame ??= setTimeout(draw, FRAME_MS);
    if (isPaused && backlog < BACKLOG_MOST / 2) {
      isPaused = false;
      program.resume();
    }
  };
  emulator.onReply((text) => program.type(text));
  program.onOutput((text) => {
    plain.push(text);
    backlog += text.length;
    emulator.write(text, () => seen(text.length));
    if (!isPaused && backlog > BACKLOG_MOST) {
      isPaused = true;
      program.pause();
    }
  });
  const ending = await program.ended;
  await new Promise<void>((resolve) => emulator.write("", resolve));
  clearTimeout(nextFrame);
  return ending;
}

/** What stays of the program on the terminal. */
function record(emulator: Emulator, plain: PlainOutput): readonly Line[] {
  const { rows, lines } = emulator.record();
  const earlier = lines === null ? 0 : plain.lines() - lines;
  if (earlier <= 0 || rows.length === 0) return rows;
  const counted = `${earlier.toLocaleString("en-US")} earlier ${earlier === 1 ? "line" : "lines"}`;
  return [line(span(`… ${counted}`, "dim")), ...rows];
}
