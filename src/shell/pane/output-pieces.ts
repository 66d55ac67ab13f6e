/** What a program wrote, told apart. */
export interface OutputPieces {
  /** Text with tabs and newlines, and no other control character. */
  onText(text: string): void;
  /** One control character. */
  onControl(character: string): void;
  /** A control sequence: what stands between `ESC [` and its last character. */
  onSequence(parameters: string, final: string): void;
}

/** Text, one control character, or an escape sequence that is whole, at this place. */
const PIECE =
  /([^\x00-\x08\x0b-\x1f\x7f-\x9f]+)|\x1b\[([\x30-\x3f]*)[\x20-\x2f]*([\x40-\x7e])|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)|\x1b[\x20-\x2f]*[\x30-\x4f\x51-\x57\x59\x5a\x5c\x60-\x7e]|[\x00-\x1a\x1c-\x1f\x7f-\x9f]/y;
/** The start of a piece, which more output may complete. */
const INCOMPLETE = /^(?:\r|\x1b(?:\[[\x20-\x3f]*|[\]PX^_][^\x07\x1b\x9c]*\x1b?|[\x20-\x2f]*))$/;
/** A string that goes on for so long is none. */
const INCOMPLETE_MOST = 1 << 16;

/** Read output that comes in pieces which break anywhere. The ends of lines, `\r\n`, become `\n`. */
export function readOutput(pieces: OutputPieces): (output: string) => void {
  let pending = "";
  return (output) => {
    const input = (pending + output).replaceAll("\r\n", "\n");
    let at = 0;
    pending = "";
    while (at < input.length) {
      const rest = input.length - at;
      if (rest < INCOMPLETE_MOST && isIncomplete(input, at)) {
        pending = input.slice(at);
        return;
      }
      PIECE.lastIndex = at;
      const found = PIECE.exec(input);
      // An escape that starts nothing is dropped, and what follows it is text.
      at = found === null ? at + 1 : PIECE.lastIndex;
      if (found !== null) tell(pieces, found);
    }
  };
}

function isIncomplete(input: string, at: number): boolean {
  return (input[at] === "\x1b" || input[at] === "\r") && INCOMPLETE.test(input.slice(at));
}

function tell(pieces: OutputPieces, [piece, text, parameters, final]: RegExpExecArray): void {
  if (text !== undefined) pieces.onText(text);
  else if (final !== undefined) pieces.onSequence(parameters!, final);
  else if (piece.length === 1) pieces.onControl(piece);
}
