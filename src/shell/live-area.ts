import type { Frame, Size } from "./frame.ts";
import type { Key } from "./key.ts";
import type { Line } from "./line.ts";
import { paint } from "./paint.ts";
import type { Screen } from "./screen.tsx";
import type { Keyboard, Tty } from "./tty.ts";

/** What the live area shows and who gets the keys meanwhile. */
export interface Scene {
  frame(size: Size): Frame;
  onKey(key: Key): void;
}

/** The rows at the end of the terminal that change, and the keyboard while they are there. */
export interface LiveArea {
  /** Take the keyboard and show a scene, in place of the one shown now. The first time loads Ink. */
  show(scene: Scene): void;
  /** Draw the scene again. */
  redraw(): void;
  /** Resolves when the scene is on the terminal and every key typed before that is thrown away. */
  settled(): Promise<void>;
  /** Lines that stay, above the scene. */
  print(lines: readonly Line[]): void;
  /** Take the scene away and give the keyboard back. Does nothing where none is shown. */
  hide(): void;
}

export function createLiveArea(tty: Tty, onLost: () => void): LiveArea {
  let scene: Scene | null = null;
  let screen: Screen | null = null;
  let keyboard: Keyboard | null = null;
  let stopWatching = () => {};

  const redraw = () => {
    if (scene !== null) screen?.draw(scene.frame(tty.size()));
  };
  const mount = async () => {
    const { openScreen } = await import("./screen.tsx");
    if (scene === null || screen !== null) return;
    screen = openScreen(tty.out, { colorDepth: tty.colorDepth, frame: scene.frame(tty.size()) });
    stopWatching = tty.onResize(() => {
      screen?.erase(tty.size().columns);
      redraw();
    });
  };
  return {
    show(next) {
      scene = next;
      // Before the first frame, or the kernel echoes early keys into it.
      keyboard ??= tty.listen({ onKey: (key) => scene?.onKey(key), onLost });
      if (screen === null) void mount();
      else redraw();
    },
    redraw,
    async settled() {
      await mount();
      redraw();
      await screen?.flush();
      keyboard?.discardTyped();
    },
    print(lines) {
      if (screen !== null) screen.print(lines);
      else tty.out.write(lines.map((one) => `${paint(one, tty.colorDepth)}\n`).join(""));
    },
    hide() {
      scene = null;
      stopWatching();
      screen?.close();
      screen = null;
      keyboard?.stop();
      keyboard = null;
    },
  };
}
