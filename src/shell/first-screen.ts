import type { WriteStream } from "node:tty";
import type { Frame } from "./frame.ts";
import { type Line, lineCells } from "./line.ts";
import { paint } from "./paint.ts";
import type { Screen } from "./screen.tsx";

const HIDE_CURSOR = "\x1b[?25l";
const SHOW_CURSOR = "\x1b[?25h";
/** A terminal that knows it shows everything between these at once. */
const BEGIN = "\x1b[?2026h";
const END = "\x1b[?2026l";
// Row by row: clearing down from the top of the screen makes tmux keep a copy.
const ROW_ABOVE = "\x1b[1A\x1b[2K";

/** The live area while the screen that Ink draws is loaded, which takes longer than all that was loaded before it. */
export interface FirstScreen extends Screen {
  /** Leave its rows where they are, with the cursor before them: the next screen draws the same ones over them. */
  giveWay(frame: Frame): void;
}

/** The same rows as Ink's, drawn anew whole at each change: for a moment, and for frames of few rows. */
export function openFirstScreen(
  out: WriteStream,
  options: { colorDepth: number; frame: Frame },
): FirstScreen {
  const { colorDepth } = options;
  let rows: readonly Line[] = [];
  const showCursor = () => void out.write(SHOW_CURSOR);
  const erased = (more = 0) => `${ROW_ABOVE.repeat(rows.length + more)}\r`;
  const painted = (lines: readonly Line[]) => lines.map((one) => `${paint(one, colorDepth)}\n`).join("");
  const draw = (frame: Frame, above: readonly Line[] = []) => {
    out.write([BEGIN, HIDE_CURSOR, erased(), painted(above), painted(frame.rows), END].join(""));
    rows = frame.rows;
  };
  const leave = () => process.off("exit", showCursor);

  process.on("exit", showCursor);
  draw(options.frame);
  return {
    draw: (frame) => draw(frame),
    flush: () => Promise.resolve(),
    print: (lines) => draw({ rows }, lines),
    erase(columns) {
      const wrapped = rows.map((row) => Math.max(0, Math.ceil(lineCells(row) / columns) - 1));
      out.write(erased(wrapped.reduce((sum, more) => sum + more, 0)));
      rows = [];
    },
    giveWay(frame) {
      leave();
      draw(frame);
      out.write(`\x1b[${rows.length}A\r`);
    },
    close() {
      leave();
      out.write(erased() + SHOW_CURSOR);
      rows = [];
    },
  };
}
