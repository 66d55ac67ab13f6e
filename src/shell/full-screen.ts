import type { WriteStream } from "node:tty";
import type { Frame } from "./frame.ts";
import type { Line } from "./line.ts";
import { paint } from "./paint.ts";
import type { Screen } from "./screen.tsx";

const ENTER = "\x1b[?1049h\x1b[?25l";
const LEAVE = "\x1b[?1049l\x1b[?25h";
/** A terminal that knows it shows everything between these at once. */
const BEGIN = "\x1b[?2026h";
const END = "\x1b[?2026l";

/**
 * The terminal's other screen, for frames that are as large as the terminal: nothing of them is ever in the
 * scrollback, also where the terminal gets smaller.
 */
export function openFullScreen(out: WriteStream, options: { colorDepth: number; frame: Frame }): Screen {
  const { colorDepth } = options;
  let drawn: readonly string[] = [];
  const below: Line[] = [];
  const leave = () => void out.write(LEAVE);
  const draw = ({ rows }: Frame) => {
    const painted = rows.map((row) => paint(row, colorDepth));
    const changes = painted.map((row, y) => (row === drawn[y] ? "" : `\x1b[${y + 1};1H${row}\x1b[K`));
    const rest = drawn.length === painted.length ? "" : `\x1b[${painted.length + 1};1H\x1b[J`;
    if (rest !== "" || changes.some((change) => change !== "")) {
      out.write([BEGIN, ...changes, rest, END].join(""));
    }
    drawn = painted;
  };
  out.write(ENTER);
  process.on("exit", leave);
  draw(options.frame);
  return {
    draw,
    flush: () => Promise.resolve(),
    // They belong to the screen that is left, and wait for it.
    print: (lines) => void below.push(...lines),
    erase() {
      drawn = [];
    },
    close() {
      process.off("exit", leave);
      leave();
      out.write(below.map((one) => `${paint(one, colorDepth)}\n`).join(""));
    },
  };
}
