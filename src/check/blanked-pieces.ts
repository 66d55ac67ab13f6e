/** A piece of a text that was replaced by one of the same length, as tree-sitter wants to be told. */
export interface Piece {
  readonly startIndex: number;
  readonly oldEndIndex: number;
  readonly newEndIndex: number;
  readonly startPosition: Position;
  readonly oldEndPosition: Position;
  readonly newEndPosition: Position;
}

/** Zero-based; the column in UTF-16 units. */
interface Position {
  readonly row: number;
  readonly column: number;
}

/**
 * Where two texts of the same length and the same lines differ, in order. What lies between two blanked words of a line
 * belongs to one piece if it is blank.
 */
export function blankedPieces(before: string, after: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let row = 0;
  let lineStart = 0;
  for (let at = 0; at < before.length; at++) {
    const code = before.charCodeAt(at);
    if (code === NEW_LINE) {
      row++;
      lineStart = at + 1;
    } else if (code !== after.charCodeAt(at)) {
      const end = endOfPiece(before, after, at);
      pieces.push(piece(row, { start: at, end, lineStart }));
      at = end - 1;
    }
  }
  return pieces;
}

const NEW_LINE = 10;
const SPACE = 32;

function endOfPiece(before: string, after: string, start: number): number {
  let end = start + 1;
  for (let at = end; at < before.length; at++) {
    const code = before.charCodeAt(at);
    if (code === NEW_LINE) break;
    if (code !== after.charCodeAt(at)) end = at + 1;
    else if (code !== SPACE) break;
  }
  return end;
}

function piece(row: number, at: { start: number; end: number; lineStart: number }): Piece {
  const endPosition = { row, column: at.end - at.lineStart };
  return {
    ...{ startIndex: at.start, oldEndIndex: at.end, newEndIndex: at.end },
    startPosition: { row, column: at.start - at.lineStart },
    oldEndPosition: endPosition,
    newEndPosition: endPosition,
  };
}
