import { readOutput } from "./output-pieces.ts";

/** What a program wrote, as plain text: what `_` stands for after it. */
export interface PlainOutput {
  push(output: string): void;
  /** Lines so far, one that has not ended yet too. */
  lines(): number;
  end(): { readonly text: string; readonly cut: boolean };
}

/** UTF-16 units kept; what comes later is left out. */
const UNITS_MOST = 16 * 1024 * 1024;
/** In a longer line nothing is moved or written over, which would take ever more time. */
const COLUMN_MOST = 65_536;

const OTHER_SCREEN = /^\?(?:\d+;)*(?:47|1047|1049)(?:;|$)/;

/**
 * Take escape sequences out of what a program wrote, and keep tabs, blanks and long lines, which a screen
 * would lose. A line is what was last at each place of it, as progress with `\r` means it; moving to another
 * line is not followed. What is drawn on the other screen, as `vim` and `less` do, is no output.
 */
export function createPlainOutput(options: { readonly unitsMost?: number } = {}): PlainOutput {
  const { unitsMost = UNITS_MOST } = options;
  const done: string[] = [];
  let units = 0;
  let newlines = 0;
  let cut = false;
  /** The line being written, and where in it. */
  let place: Place = { row: "", column: 0 };
  let isElsewhere = false;

  const keep = (lines: string) => {
    newlines += lines.split("\n").length - 1;
    if (cut) return;
    const kept = lines.slice(0, unitsMost - units);
    cut = kept.length < lines.length;
    done.push(kept);
    units += kept.length;
  };
  const write = (text: string) => {
    const taken = cut ? "" : text.slice(0, Math.max(0, unitsMost - units - place.column));
    cut ||= taken.length < text.length;
    place = written(place, taken);
  };
  const push = readOutput({
    onText(text) {
      if (isElsewhere) return;
      const end = text.lastIndexOf("\n") + 1;
      if (end === 0) return write(text);
      const first = text.indexOf("\n");
      write(text.slice(0, first));
      keep(place.row + text.slice(first, end));
      place = { row: "", column: 0 };
      write(text.slice(end));
    },
    onControl(character) {
      if (isElsewhere || place.row.length > COLUMN_MOST) return;
      if (character === "\r") place = { ...place, column: 0 };
      if (character === "\b") place = { ...place, column: Math.max(0, place.column - 1) };
    },
    onSequence(parameters, final) {
      if ((final === "h" || final === "l") && OTHER_SCREEN.test(parameters)) isElsewhere = final === "h";
      const move = MOVES[final];
      if (isElsewhere || move === undefined || place.row.length > COLUMN_MOST) return;
      if (!/^\d{0,9}$/.test(parameters)) return;
      const { row, column } = move(place, parameters === "" ? null : Number(parameters));
      place = { row, column: Math.min(COLUMN_MOST, Math.max(0, column)) };
    },
  });
  return {
    push,
    lines: () => newlines + (place.row === "" ? 0 : 1),
    end: () => ({ text: [...done, place.row].join("").slice(0, unitsMost), cut }),
  };
}

interface Place {
  readonly row: string;
  readonly column: number;
}

function written({ row, column }: Place, text: string): Place {
  if (text === "") return { row, column };
  const before = row.slice(0, column).padEnd(column);
  return { row: before + text + row.slice(column + text.length), column: column + text.length };
}

/** What control sequences do to the line they are on. A missing parameter is null. */
const MOVES: Readonly<Record<string, (place: Place, parameter: number | null) => Place>> = {
  C: ({ row, column }, by) => ({ row, column: column + (by || 1) }),
  D: ({ row, column }, by) => ({ row, column: column - (by || 1) }),
  G: ({ row }, to) => ({ row, column: (to || 1) - 1 }),
  K: ({ row, column }, what) => ({ row: ERASED[what ?? 0]?.(row, column) ?? row, column }),
  P: ({ row, column }, count) => ({ row: row.slice(0, column) + row.slice(column + (count || 1)), column }),
};

const ERASED: Readonly<Record<number, (row: string, column: number) => string>> = {
  0: (row, column) => row.slice(0, column),
  1: (row, column) => " ".repeat(Math.min(row.length, column + 1)) + row.slice(column + 1),
  2: () => "",
};
