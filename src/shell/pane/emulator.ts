// The only place that knows the terminal emulator. Loaded when the first program runs.
import * as xterm from "@xterm/headless";
import type { Size } from "../frame.ts";
import type { Line } from "../line.ts";
import { type Cells, cellLine } from "./cell-line.ts";
import { CLUSTER_WIDTHS } from "./cluster-widths.ts";
import type { Modes } from "./program-keys.ts";

/** Lines above the screen that are remembered. */
const SCROLLBACK_LINES = 5000;

// It is CommonJS: what it exports comes by name or as the default.
const { Terminal } = "default" in xterm ? (xterm.default as typeof xterm) : xterm;

/** The screen that a program believes it has. */
export interface Emulator {
  /** `onSeen` is called when it is on the screen. */
  write(text: string, onSeen: () => void): void;
  resize(size: Size): void;
  /** What the program is to be answered: where the cursor is, what terminal this is. */
  onReply(listener: (text: string) => void): void;
  modes(): Modes;
  /** Whether the program has ever drawn on a whole screen: the other one, or anywhere on this, as `top` does. */
  isFullScreen(): boolean;
  /** The rows to draw: the used ones, or all of a full screen, with the cursor as a cell in reverse. */
  screen(): readonly Line[];
  /** What is left of it, and how many lines of the output that is; null where that is no question. */
  record(): { readonly rows: readonly Line[]; readonly lines: number | null };
}

export function createEmulator(size: Size): Emulator {
  const terminal = new Terminal({
    cols: size.columns,
    rows: size.rows,
    scrollback: SCROLLBACK_LINES,
    allowProposedApi: true,
    logLevel: "off",
  });
  terminal.unicode.register(CLUSTER_WIDTHS);
  terminal.unicode.activeVersion = CLUSTER_WIDTHS.version;
  const isCursorShown = watchCursor(terminal);
  const isDrawnOn = watchPlaces(terminal);
  let wasFull = false;
  return {
    write: (text, onSeen) => terminal.write(text, onSeen),
    resize: ({ columns, rows }) => terminal.resize(columns, rows),
    onReply: (listener) => void terminal.onData(listener),
    modes: () => terminal.modes,
    isFullScreen() {
      const { buffer, modes } = terminal;
      wasFull ||= buffer.active.type === "alternate" || modes.applicationCursorKeysMode || isDrawnOn();
      return wasFull;
    },
    screen() {
      const { active } = terminal.buffer;
      const cursorRow = active.baseY + active.cursorY;
      const end = active.baseY + terminal.rows;
      const last = active.type === "alternate" ? end : Math.max(usedEnd(active, end), cursorRow + 1);
      return linesOf(active, { from: active.baseY, to: last, cursorRow: isCursorShown() ? cursorRow : null });
    },
    record() {
      const { active } = terminal.buffer;
      // What was drawn on a screen and has scrolled off it is nothing that anybody reads in order.
      const from = isDrawnOn() ? active.baseY : 0;
      const to = usedEnd(active, active.length);
      const rows = linesOf(active, { from, to, cursorRow: null });
      const wrapped = rows.filter((_, index) => active.getLine(from + index)!.isWrapped).length;
      return { rows, lines: isDrawnOn() ? null : rows.length - wrapped };
    },
  };
}

type Screen = InstanceType<typeof Terminal>["buffer"]["active"];

function linesOf(screen: Screen, part: { from: number; to: number; cursorRow: number | null }): Line[] {
  const scratch = screen.getNullCell();
  const lines: Line[] = [];
  for (let y = part.from; y < part.to; y++) {
    const line = screen.getLine(y)!;
    const cells: Cells = { length: line.length, at: (x) => line.getCell(x, scratch)! };
    lines.push(cellLine(cells, y === part.cursorRow ? screen.cursorX : null));
  }
  return lines;
}

/** Where the rows before `end` stop having anything on them. */
function usedEnd(screen: Screen, end: number): number {
  let used = end;
  while (used > 0 && screen.getLine(used - 1)?.translateToString(true) === "") used--;
  return used;
}

/** The emulator does not tell whether the cursor is shown, so its sequences are looked at as they pass. */
function watchCursor(terminal: InstanceType<typeof Terminal>): () => boolean {
  let isShown = true;
  const watch = (final: string, shown: boolean) =>
    terminal.parser.registerCsiHandler({ prefix: "?", final }, (parameters) => {
      if (parameters.includes(25)) isShown = shown;
      return false;
    });
  watch("h", true);
  watch("l", false);
  terminal.parser.registerEscHandler({ final: "c" }, () => {
    isShown = true;
    return false;
  });
  return () => isShown;
}

/** Whether places of the screen were gone to: home more than once, which `clear` does, or a row by its number. */
function watchPlaces(terminal: InstanceType<typeof Terminal>): () => boolean {
  let timesHome = 0;
  let isDrawnOn = false;
  for (const final of ["H", "f", "d"]) {
    terminal.parser.registerCsiHandler({ final }, ([row]) => {
      if (typeof row === "number" && row > 1) isDrawnOn = true;
      else timesHome++;
      return false;
    });
  }
  return () => isDrawnOn || timesHome > 1;
}
