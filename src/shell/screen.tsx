// The only place where Ink is started. Loaded by dynamic import when something is first drawn.
import { Readable } from "node:stream";
import type { WriteStream } from "node:tty";
import { render } from "ink";
import type { Frame } from "./frame.ts";
import { FrameView } from "./frame-view.tsx";
import { type Line, line, lineCells } from "./line.ts";
import { paint } from "./paint.ts";

/** The live area at the end of the terminal, drawn by Ink. */
export interface Screen {
  draw(frame: Frame): void;
  /** Resolves when what was drawn last is on the terminal. */
  flush(): Promise<void>;
  /** Put lines above the live area, where they stay. */
  print(lines: readonly Line[]): void;
  /** Take the live area away after the terminal changed its width, whose rows it may have wrapped. */
  erase(columns: number): void;
  /** Take the live area away for good and show the cursor where it began. */
  close(): void;
}

/** One row that no other frame is. */
const LAST_FRAME: Frame = { rows: [line("\u2026")] };

export function openScreen(out: WriteStream, options: { colorDepth: number; frame: Frame }): Screen {
  const { colorDepth } = options;
  let last = options.frame;
  const view = () => <FrameView frame={last} colorDepth={colorDepth} />;
  const instance = render(view(), {
    stdout: out,
    // Keys are read by `tty.ts`: Ink only draws, and must not touch a stdin that may be the data.
    stdin: Readable.from([]) as unknown as NodeJS.ReadStream,
    stderr: out,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  // Ink would draw the old rows at the new width before anybody could lay them out again.
  out.removeAllListeners("resize");

  return {
    draw(frame) {
      last = frame;
      instance.rerender(view());
    },
    flush: () => instance.waitUntilRenderFlush(),
    print(lines) {
      instance.clear();
      out.write(lines.map((one) => `${paint(one, colorDepth)}\n`).join(""));
      instance.rerender(view());
    },
    erase(columns) {
      instance.clear();
      const rewrapped = last.rows.map((row) => Math.max(0, Math.ceil(lineCells(row) / columns) - 1));
      out.write("\x1b[1A\x1b[2K".repeat(rewrapped.reduce((sum, rows) => sum + rows, 0)));
    },
    close() {
      // Unmounting draws once more where the frame is a new one, and not where it is the same, whether or not
      // it is on the terminal. So it gets a new one, and that is what has to go. Row by row: clearing down
      // from the top of the screen makes tmux keep a copy.
      instance.clear();
      last = LAST_FRAME;
      instance.rerender(view());
      instance.unmount();
      out.write("\x1b[2K\x1b[1A\x1b[2K\r");
    },
  };
}
