import { createFieldPicker } from "./field-picker.ts";
import type { Format, Head, Reading } from "./format.ts";
import { findJsonFault, type JsonFault } from "./json-fault.ts";
import { type JsonText, openJsonText } from "./json-text.ts";
import { MalformedInput } from "./malformed-input.ts";
import { onlyFields } from "./only-fields.ts";
import { parseJson } from "./parse-json.ts";

const END = "the end of the document";

/**
 * One JSON document. The elements of an array are the records, one by one; any other value is one record. Objects
 * may follow one another, as programs write them: each is a record.
 */
export const json: Format = { name: "json", picks: true, signs: /^\s*[{[]/, recognise, read };

/**
 * The whole of one JSON document.
 * @throws {MalformedInput} with line and column
 */
export function parseDocument({ source, input }: Pick<Reading, "source" | "input">): unknown {
  return parse(openJsonText({ source, input }).takeAll(), input, END);
}

/** Nothing else begins like that: what is wrong further on is to be reported. */
const OBJECTS = /^\s*\[\s*\{\s*"[^"\\]*"\s*:/;

function recognise({ text, complete }: Head): string | null {
  if (!/^\s*[{[]/.test(text)) return null;
  const { fault, documents } = lastFault(text);
  // A document that only breaks off is still one: reading it then says where, instead of taking it as text.
  if (fault && fault.offset < text.trimEnd().length && !OBJECTS.test(text)) return null;
  const kind = text.trimStart()[0] === "[" ? "array" : "object";
  if (documents > 1) return "it is JSON objects, one after the other";
  return complete ? `it is one JSON ${kind}` : `it begins as a JSON ${kind}`;
}

/** The first fault that is not merely the beginning of the next object. */
function lastFault(text: string): { fault: JsonFault | null; documents: number } {
  let at = 0;
  for (let documents = 1; ; documents++) {
    const fault = findJsonFault(at === 0 ? text : text.slice(at));
    if (!fault || fault.expected !== END || text[at + fault.offset] !== "{" || /^\s*\[/.test(text))
      return { fault: fault && { ...fault, offset: at + fault.offset }, documents };
    at += fault.offset;
  }
}

function* read(reading: Reading): Generator<unknown, undefined> {
  const { source, input } = reading;
  const text = openJsonText({ source, input });
  const toValue = parser(reading);
  if (text.peek() === "[") {
    text.skip();
    yield* elements(text, input, toValue);
  } else if (text.peek() === "{") {
    while (text.peek() === "{") yield toValue(text.takeElement(), END);
  } else yield toValue(text.takeAll(), END);
  if (text.peek() !== null) throw malformedAt(text, input, END);
}

/** What a piece stands for, with only some of its fields where they are named. `after` is what may follow it. */
type ToValue = (piece: Piece, after: string) => unknown;

function parser({ input, fields, orMore, wholeFirst = 0 }: Reading): ToValue {
  if (!fields) return (piece, after) => parse(piece, input, after);
  const picker = createFieldPicker(fields);
  let wholeLeft = wholeFirst;
  return (piece, after) => {
    const isWhole = wholeLeft-- > 0;
    const picked = isWhole ? null : picker?.pick(piece.text, 0, piece.text.length);
    if (picked) return picked;
    const value = parse(piece, input, after);
    picker?.learn(value);
    return isWhole || orMore ? value : onlyFields(value, fields);
  };
}

function* elements(text: JsonText, input: string, toValue: ToValue): Generator<unknown, undefined> {
  if (text.peek() === "]") {
    text.skip();
    return;
  }
  for (;;) {
    const piece = text.takeElement();
    if (piece.text === "") throw malformedAt(text, input, "a JSON value");
    yield toValue(piece, "`,` or `]`");
    const next = text.peek();
    if (next !== "," && next !== "]") throw malformedAt(text, input, "`,` or `]`");
    text.skip();
    if (next === "]") return;
  }
}

/** A piece of the document, and the place of its first character (both 1-based). */
interface Piece {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** `after` is what may follow the value. */
function parse(piece: Piece, input: string, after: string): unknown {
  try {
    return parseJson(piece.text);
  } catch {
    const unknown = { offset: 0, expected: "a JSON value", found: "something else" };
    const fault = findJsonFault(piece.text) ?? unknown;
    throw malformedPiece(piece, fault.expected === END ? { ...fault, expected: after } : fault, input);
  }
}

function malformedPiece(piece: Piece, { offset, expected, found }: JsonFault, input: string): MalformedInput {
  const before = piece.text.slice(0, offset);
  const newlines = before.split("\n").length - 1;
  const column = newlines === 0 ? piece.column + before.length : before.length - before.lastIndexOf("\n");
  return new MalformedInput({ input, line: piece.line + newlines, column, expected, found });
}

function malformedAt(text: JsonText, input: string, expected: string): MalformedInput {
  const character = text.peek();
  const found = character === null ? "the end of the input" : JSON.stringify(character);
  return new MalformedInput({ input, ...text.place(), expected, found });
}
