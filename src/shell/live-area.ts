import type { FirstScreen, openFirstScreen } from "./first-screen.ts";
import type { Frame, Size } from "./frame.ts";
import { openFullScreen } from "./full-screen.ts";
import type { Key } from "./key.ts";
import type { Line } from "./line.ts";
import { paint } from "./paint.ts";
import type { Screen } from "./screen.tsx";
import { stopJob, withoutInterrupts } from "./stop-job.ts";
import type { Keyboard, Tty } from "./tty.ts";

/** What the live area shows and who gets the keys meanwhile. */
export interface Scene {
  frame(size: Size): Frame;
  onKey(key: Key): void;
  /** Takes everything typed as the terminal sent it. Then `onKey` is not called, and Ctrl-Z is a key too. */
  onBytes?(bytes: Buffer): void;
  /** Whether it is shown on the terminal's other screen, which leaves no trace, and not at the end of this one. */
  isFullScreen?(): boolean;
}

/** The rows at the end of the terminal that change, and the keyboard while they are there. */
export interface LiveArea {
  /** Take the keyboard and show a scene, in place of the one shown now. The first time loads Ink. */
  show(scene: Scene): void;
  /** Draw the scene again. */
  redraw(): void;
  /** Resolves when the scene is on the terminal and all is loaded that draws it. */
  shown(): Promise<void>;
  /** As {@link shown}, and every key typed before that is thrown away. */
  settled(): Promise<void>;
  /** Lines that stay, above the scene. While another program has the terminal they wait. */
  print(lines: readonly Line[]): void;
  /** Take the scene away and give the keyboard back. Does nothing where none is shown. */
  hide(): void;
  /** Show another scene while `work` runs, and afterwards the one before it, or none. */
  during<T>(scene: Scene, work: () => Promise<T>): Promise<T>;
  /**
   * Give the terminal to another program while `work` runs: scene gone, raw mode off, nothing read, Ctrl-C
   * the program's alone. Afterwards the scene is back, the one shown last.
   */
  handOver<T>(work: () => Promise<T>): Promise<T>;
  /** Stop the job as Ctrl-Z does, with the terminal as it was, and come back with `fg`. */
  suspend(): Promise<void>;
}

/**
 * With `openFirst` the first frames are drawn by that screen until Ink is loaded: for scenes of a row or two that ask
 * nothing. Whoever is asked something has the screen that stays before a key counts.
 */
export function createLiveArea(tty: Tty, onLost: () => void, openFirst?: typeof openFirstScreen): LiveArea {
  let scene: Scene | null = null;
  let screen: Screen | null = null;
  /** What is shown until Ink is loaded; null from then on. */
  let first: FirstScreen | null = null;
  let isInkThere = false;
  let isFull = false;
  let keyboard: Keyboard | null = null;
  let stopWatching = () => {};
  /** Lines to print when the terminal is ours again; null while it is. */
  let waiting: Line[] | null = null;

  const redraw = () => {
    if (scene === null || waiting !== null) return;
    if (screen !== null && isFull !== wantsFull(scene)) {
      screen.close();
      screen = null;
    }
    if (screen === null) void mount();
    else screen.draw(scene.frame(tty.size()));
  };
  const mount = async () => {
    if (scene !== null && wantsFull(scene)) return open(openFullScreen);
    if (openFirst && !isInkThere) open((out, options) => (first = openFirst(out, options)));
    const { openScreen } = await import("./screen.tsx");
    isInkThere = true;
    if (scene === null || wantsFull(scene)) return;
    if (first !== null && screen === first) {
      first.giveWay(scene.frame(tty.size()));
      screen = null;
    }
    first = null;
    open(openScreen);
  };
  const open = (openIt: typeof openFullScreen) => {
    if (scene === null || screen !== null || waiting !== null) return;
    screen = openIt(tty.out, { colorDepth: tty.colorDepth, frame: scene.frame(tty.size()) });
    isFull = wantsFull(scene);
  };
  const enter = () => {
    if (scene === null || waiting !== null) return;
    // Before the first frame, or the kernel echoes early keys into it.
    if (keyboard === null) takeTerminal();
    redraw();
  };
  const takeTerminal = () => {
    keyboard = tty.listen({ onKey, onBytes, onLost });
    const stopResize = tty.onResize(() => {
      screen?.erase(tty.size().columns);
      redraw();
    });
    process.on("SIGTSTP", suspend).on("SIGCONT", onContinued);
    stopWatching = () => {
      stopResize();
      process.off("SIGTSTP", suspend).off("SIGCONT", onContinued);
    };
  };
  const leave = () => {
    stopWatching();
    stopWatching = () => {};
    screen?.close();
    screen = null;
    keyboard?.stop();
    keyboard = null;
  };
  const onKey = (key: Key) => {
    if (key.name === "ctrl-z") void suspend();
    else scene?.onKey(key);
  };
  const onBytes = (bytes: Buffer) => {
    scene?.onBytes?.(bytes);
    return scene?.onBytes !== undefined;
  };
  const print = (lines: readonly Line[]) => {
    if (waiting !== null) waiting.push(...lines);
    else if (screen !== null) screen.print(lines);
    else tty.out.write(lines.map((one) => `${paint(one, tty.colorDepth)}\n`).join(""));
  };
  const handOver = async <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting !== null) return work();
    leave();
    waiting = [];
    try {
      return await withoutInterrupts(work);
    } finally {
      const lines = waiting;
      waiting = null;
      if (lines.length > 0) print(lines);
      enter();
    }
  };
  const suspend = () => handOver(stopJob);
  // Stopped by a signal that nobody can catch, the shell above us wrote over the scene and set its own modes.
  const onContinued = () => {
    if (screen !== null && scene !== null && !isFull)
      tty.out.write("\n".repeat(scene.frame(tty.size()).rows.length));
    leave();
    enter();
  };

  const shown = async () => {
    await mount();
    redraw();
    await screen?.flush();
  };

  return {
    show(next) {
      scene = next;
      enter();
    },
    redraw,
    shown,
    async settled() {
      await shown();
      keyboard?.discardTyped();
    },
    print,
    hide() {
      scene = null;
      leave();
    },
    async during(next, work) {
      const before = scene;
      scene = next;
      enter();
      try {
        return await work();
      } finally {
        // Whoever showed or hid something meanwhile meant it.
        if (scene === next) {
          scene = before;
          if (scene === null) leave();
          else enter();
        }
      }
    },
    handOver,
    suspend,
  };
}

function wantsFull(scene: Scene): boolean {
  return scene.isFullScreen?.() ?? false;
}
