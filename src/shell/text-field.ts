import { graphemes } from "./graphemes.ts";
import type { Key } from "./key.ts";
import { cells, type Line, line, span } from "./line.ts";
import { cut } from "./wrap.ts";

/** One line of text being typed. `cursor` is a UTF-16 offset between graphemes. */
export interface TextField {
  readonly text: string;
  readonly cursor: number;
  /** The text is only proposed: what is typed first takes its place, any other key makes it the user's own. */
  readonly proposed?: true;
}

const UNITS_MOST = 1000;

export function textField(text: string): TextField {
  return { text, cursor: text.length };
}

/** A field with a text to accept or to type over. */
export function proposedField(text: string): TextField {
  return { ...textField(text), proposed: true };
}

/** The field after a key: typed and pasted text goes in at the cursor; keys it does not know change nothing. */
export function editText(field: TextField, key: Key): TextField {
  if (key.text !== "") return insert(field.proposed ? textField("") : field, key.text);
  const edit = EDITS[key.name];
  return edit === undefined ? field : edit({ text: field.text, cursor: field.cursor });
}

const EDITS: Readonly<Record<string, (field: TextField) => TextField>> = {
  left: (field) => ({ ...field, cursor: before(field) }),
  right: (field) => ({ ...field, cursor: after(field) }),
  home: (field) => ({ ...field, cursor: 0 }),
  "ctrl-a": (field) => ({ ...field, cursor: 0 }),
  end: (field) => textField(field.text),
  "ctrl-e": (field) => textField(field.text),
  backspace: (field) => remove(field, before(field), field.cursor),
  delete: (field) => remove(field, field.cursor, after(field)),
  "ctrl-u": (field) => remove(field, 0, field.cursor),
  "ctrl-k": (field) => remove(field, field.cursor, field.text.length),
};

/** The field on one row. Where it does not fit, the part before the cursor is what shows. */
export function fieldRow(prompt: string, field: TextField, columns: number): Line {
  let start = span(field.text.slice(0, field.cursor)).text;
  while (cells(start) > Math.max(1, columns - cells(prompt) - 2)) start = start.slice(1);
  const under = field.text.slice(field.cursor, after(field));
  const rest = field.text.slice(after(field));
  return cut(
    line(
      span(prompt, "strong"),
      field.proposed ? span(start, "dim") : start,
      span(under || " ", "standout"),
      rest,
    ),
    columns,
  );
}

function insert({ text, cursor }: TextField, added: string): TextField {
  const one = added.replace(/[\x00-\x1f\x7f]+/g, " ").slice(0, Math.max(0, UNITS_MOST - text.length));
  return { text: text.slice(0, cursor) + one + text.slice(cursor), cursor: cursor + one.length };
}

function remove({ text }: TextField, from: number, to: number): TextField {
  return { text: text.slice(0, from) + text.slice(to), cursor: from };
}

function before({ text, cursor }: TextField): number {
  return [...graphemes(text.slice(0, cursor))].at(-1)?.index ?? 0;
}

function after({ text, cursor }: TextField): number {
  const [next] = graphemes(text.slice(cursor));
  return cursor + (next?.segment.length ?? 0);
}
