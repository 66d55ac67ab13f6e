import { columnsShown, measureTable, placeRow, type TableLayout, tableHeader } from "../formats/table.ts";
import { visible, visibleLine } from "../terms/visible.ts";
import { createTaggedLines, type TaggedLine } from "./tagged-lines.ts";

/** A table is laid out from its first rows: so many, or fewer where they are long. */
const ROWS_MEASURED = 200;
const CHARACTERS_MEASURED = 1 << 20;

/** A result on its way to a terminal. */
export interface ResultView {
  /** Take what the guest wrote with the tagged writer. */
  take(chunk: Uint8Array): void;
  /** Show the rows that were held back to lay out a table, for a result that comes slowly. */
  flush(): void;
  end(): void;
  /** Of the table that had the most columns for which there was no room: what was shown; null where all fitted. */
  readonly narrowed: { readonly shown: number; readonly columns: number } | null;
}

/**
 * Show a result on a terminal: records as an aligned table, cut to its width (null: nothing is cut); lines and
 * bytes with everything hidden made visible. Rows stream once the table is laid out; a record with a field that
 * it has no column for begins a new table, so that nothing is left out. `write` is called at most once for each
 * call here.
 */
export function createResultView(out: {
  write(text: string): void;
  columns(): number | null;
  color: boolean;
}): ResultView {
  let waiting: unknown[] = [];
  let characters = 0;
  let layout: TableLayout | null = null;
  let isFirst = true;
  let isAtLineStart = true;
  let ready = "";
  let narrowed: ResultView["narrowed"] = null;

  const print = (lines: readonly string[]) => {
    ready += `${isAtLineStart ? "" : "\n"}${lines.join("\n")}\n`;
    isAtLineStart = true;
    isFirst = false;
  };
  const layOut = () => {
    if (waiting.length === 0) return;
    const table = measureTable(waiting, { columns: out.columns() });
    const header = tableHeader(table);
    layout = table;
    const seen = { shown: columnsShown(table), columns: table.columns.length };
    if (seen.columns - seen.shown > (narrowed ? narrowed.columns - narrowed.shown : 0)) narrowed = seen;
    print([...(isFirst ? [] : [""]), out.color ? `\x1b[1m${header}\x1b[0m` : header]);
    for (const record of waiting) print([rowOf(layout, record)]);
    waiting = [];
    characters = 0;
  };
  const rowOf = (table: TableLayout, record: unknown) => {
    const columns = out.columns();
    const now = table.widthMost === columns ? table : { ...table, widthMost: columns, isCut: false };
    const placed = placeRow(now, record);
    layout = placed.layout;
    return placed.line;
  };
  const takeRecord = (record: object, size: number) => {
    if (layout !== null && hasColumns(layout, record)) {
      return print([rowOf(layout, record)]);
    }
    layout = null;
    waiting.push(record);
    characters += size;
    if (waiting.length >= ROWS_MEASURED || characters >= CHARACTERS_MEASURED) layOut();
  };
  const takeText = (text: string) => {
    layOut();
    layout = null;
    print([text]);
  };
  const takeBytes = (base64: string) => {
    layOut();
    layout = null;
    const text = visible(Buffer.from(base64, "base64").toString());
    ready += text;
    isFirst = false;
    if (text !== "") isAtLineStart = text.endsWith("\n");
  };
  const takeLine = ({ tag, text, dropped }: TaggedLine) => {
    const record = tag === "r" && dropped === 0 ? parseRecord(text) : null;
    if (record !== null) takeRecord(record, text.length);
    else if (tag === "b" && dropped === 0) takeBytes(text);
    else takeText(`${visible(text)}${dropped === 0 ? "" : visibleLine(`… and ${dropped} more characters`)}`);
  };
  const lines = createTaggedLines(takeLine);
  const write = () => {
    if (ready !== "") out.write(ready);
    ready = "";
  };
  return {
    get narrowed() {
      return narrowed;
    },
    take(chunk) {
      lines.take(chunk);
      write();
    },
    flush() {
      layOut();
      write();
    },
    end() {
      lines.end();
      layOut();
      if (!isAtLineStart) ready += "\n";
      write();
    },
  };
}

/** Null for what is no record: a guest that was taken over may write anything. */
function parseRecord(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function hasColumns(layout: TableLayout, record: object): boolean {
  const names = Array.isArray(record) ? record.map((_, index) => `c${index + 1}`) : Object.keys(record);
  return names.every((name) => layout.columns.some((column) => column.name === name));
}
