import { parseJson } from "./parse-json.ts";

/** Takes the wanted fields out of JSON objects that are alike, without parsing the rest of them. */
export interface FieldPicker {
  /** The wanted fields of the object between two offsets of a text; null where it has to be parsed whole. */
  pick(text: string, from: number, end: number): Record<string, unknown> | null;
  /** Told what was parsed whole: objects of the same names in the same order are picked from then on. */
  learn(value: unknown): void;
}

/** Objects with these names in this order, and where the wanted ones are captured. */
interface Layout {
  readonly names: readonly string[];
  readonly pattern: RegExp;
  /** For each wanted field that is there: its name and its first group, of a text; the next one is of anything else. */
  readonly captured: readonly { readonly name: string; readonly group: number }[];
}

const LAYOUTS_MOST = 8;
const NAMES_MOST = 100;
// Where fewer than half of so many objects were alike, looking at them first only costs.
const TRIED_LEAST = 1000;

/**
 * A picker for fields by name; null where one of them is no plain property.
 *
 * An expression made of the names of an object seen before matches the next one from its first to its last bracket: all
 * of it is checked as JSON is (RFC 8259), each name comes once, and there is nothing inside it but texts without escapes,
 * numbers, true, false and null. Whatever it does not match is parsed whole.
 */
export function createFieldPicker(wanted: readonly string[]): FieldPicker | null {
  if (wanted.includes("__proto__")) return null;
  let layouts: readonly Layout[] = [];
  let tried = 0;
  let missed = 0;

  function pick(text: string, from: number, end: number): Record<string, unknown> | null {
    tried++;
    for (const layout of layouts) {
      layout.pattern.lastIndex = from;
      const match = layout.pattern.exec(text);
      if (match === null || layout.pattern.lastIndex !== end) continue;
      if (layout !== layouts[0]) layouts = [layout, ...layouts.filter((one) => one !== layout)];
      return recordOf(match, layout);
    }
    missed++;
    return null;
  }

  function learn(value: unknown): void {
    if (tried > TRIED_LEAST && missed * 2 > tried) layouts = [];
    else if (layouts.length < LAYOUTS_MOST && isFlat(value)) {
      const names = Object.keys(value);
      const isKnown = layouts.some((one) => one.names.join("\0") === names.join("\0"));
      if (names.length <= NAMES_MOST && !isKnown) layouts = [...layouts, layoutOf(names, wanted)];
    }
  }
  return { pick, learn };
}

function isFlat(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((one) => typeof one !== "object" || one === null);
}

// A sticky expression is compiled to machine code that walks the text once.
const TEXT = '[^"\\\\\\x00-\\x1f]*';
const OTHER = "-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null";

function layoutOf(names: readonly string[], wanted: readonly string[]): Layout {
  const there = names.filter((name) => wanted.includes(name));
  const parts = names.map((name) => {
    const value = there.includes(name) ? `(?:"(${TEXT})"|(${OTHER}))` : `(?:"${TEXT}"|${OTHER})`;
    return `${escapePattern(JSON.stringify(name))}: ?${value}`;
  });
  const inOrder = wanted.filter((name) => there.includes(name));
  const captured = inOrder.map((name) => ({ name, group: 1 + 2 * there.indexOf(name) }));
  return { names, pattern: new RegExp(`\\{${parts.join(", ?")}\\}`, "y"), captured };
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function recordOf(match: RegExpExecArray, { captured }: Layout): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const { name, group } of captured) {
    const text = match[group];
    record[name] = text === undefined ? otherOf(match[group + 1]!) : copyOf(text);
  }
  return record;
}

/** V8 copies shorter slices; longer ones would keep the text they are part of in memory. */
const SLICED_FROM = 13;

function copyOf(text: string): string {
  return text.length < SLICED_FROM ? text : ` ${text}`.slice(1);
}

/** Numbers of so many characters are no integer beyond 2^53. */
const SHORT_MOST = 15;
const LETTER_FROM = 97;

function otherOf(text: string): unknown {
  return text.length <= SHORT_MOST && text.charCodeAt(0) < LETTER_FROM ? Number(text) : parseJson(text);
}
