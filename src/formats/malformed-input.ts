import type { Malformed } from "../terms/format.ts";

/** Thrown by a reader at the record or character it could not take. Ends a run with exit code 65. */
export class MalformedInput extends Error {
  readonly malformed: Malformed;
  constructor(malformed: Malformed) {
    super(malformedSentence(malformed));
    this.name = "MalformedInput";
    this.malformed = malformed;
  }
}

/** `access.log, line 12, column 5: expected a JSON value, found the end of the line` */
function malformedSentence({ input, line, column, expected, found }: Malformed): string {
  const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
  return `${input}, ${place}: expected ${expected}, found ${found}`;
}

/** A piece of the input as a message shows it: quoted, one line, at most 40 characters. */
export function excerpt(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  return JSON.stringify(short);
}
