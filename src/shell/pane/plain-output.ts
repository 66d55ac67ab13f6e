/** What a program wrote, as plain text: what `_` stands for after it. */
export interface PlainOutput {
  push(text: string): void;
  /** Lines so far, one that has not ended yet too. */
  lines(): number;
  end(): { readonly text: string; readonly cut: boolean };
}

/** UTF-16 units kept; what comes later is left out. */
const UNITS_MOST = 16 * 1024 * 1024;
/** In a longer line nothing is moved or written over, which would take ever more time. */
const COLUMN_MOST = 65_536;

/** Plain text, one control character, or an escape sequence that is whole, at this place. */
const PIECE =
  /[^\x00-\x1f\x7f-\x9f]+|\x1b\[([\x30-\x3f]*)[\x20-\x2f]*([\x40-\x7e])|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)|\x1b[\x20-\x2f]*[\x30-\x4f\x51-\x57\x59\x5a\x5c\x60-\x7e]|[\x00-\x1a\x1c-\x1f\x7f-\x9f]/y;
/** The start of a sequence, which more output may complete. */
const INCOMPLETE = /^\x1b(?:\[[\x20-\x3f]*|[\]PX^_][^\x07\x1b\x9c]*\x1b?|[\x20-\x2f]*)$/;
/** A string that goes on for so long is none. */
const INCOMPLETE_MOST = 1 << 16;

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
  let row = "";
  let column = 0;
  let isElsewhere = false;
  let pending = "";
  let cut = false;

  const put = (text: string) => {
    if (isElsewhere || cut) return;
    const room = unitsMost - units - column;
    const taken = text.slice(0, Math.max(0, room));
    cut = taken.length < text.length;
    if (column > row.length) row = row.padEnd(column);
    row = row.slice(0, column) + taken + row.slice(column + taken.length);
    column += taken.length;
  };
  const newline = () => {
    if (isElsewhere) return;
    newlines++;
    if (cut) return;
    done.push(row, "\n");
    units += row.length + 1;
    row = "";
    column = 0;
  };
  const control = (character: string) => {
    if (character === "\n") newline();
    else if (character === "\t") put("\t");
    else if (row.length > COLUMN_MOST) return;
    else if (character === "\r") column = 0;
    else if (character === "\b") column = Math.max(0, column - 1);
  };
  const sequence = (parameters: string, final: string) => {
    if ((final === "h" || final === "l") && OTHER_SCREEN.test(parameters)) isElsewhere = final === "h";
    const move = MOVES[final];
    if (isElsewhere || cut || move === undefined || row.length > COLUMN_MOST || !/^\d{0,9}$/.test(parameters))
      return;
    const moved = move({ row, column }, parameters === "" ? null : Number(parameters));
    row = moved.row;
    column = Math.min(COLUMN_MOST, Math.max(0, moved.column));
  };
  return {
    push(text) {
      const input = pending + text;
      let at = 0;
      pending = "";
      while (at < input.length) {
        PIECE.lastIndex = at;
        const found = PIECE.exec(input);
        if (found === null) {
          const rest = input.slice(at);
          if (rest.length < INCOMPLETE_MOST && INCOMPLETE.test(rest)) {
            pending = rest;
            return;
          }
          // An escape that starts nothing is dropped, and what follows it is text.
          at += 1;
          continue;
        }
        at = PIECE.lastIndex;
        const [piece, parameters, final] = found;
        if (final !== undefined) sequence(parameters!, final);
        else if (piece.length === 1 && /[\x00-\x1f\x7f-\x9f]/.test(piece)) control(piece);
        else if (!piece.startsWith("\x1b")) put(piece);
      }
    },
    lines: () => newlines + (row === "" ? 0 : 1),
    end: () => ({ text: [...done, row].join(""), cut }),
  };
}

interface Place {
  readonly row: string;
  readonly column: number;
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
