import { checkFields, toRow } from "../row.ts";
import { measureTable, placeRow, type TableLayout, tableHeader } from "../table.ts";
import type { Writer } from "./writer.ts";

const ROWS_MEASURED = 1000;

/** An aligned table. Widths come from the first 1,000 rows; nothing of a later row that is wider is cut. */
export function tableWriter(): Writer {
  let waiting: unknown[] = [];
  let layout: TableLayout | null = null;
  let names: readonly string[] = [];
  let count = 0;

  function open(): string {
    layout = measureTable(waiting, { columns: null });
    names = layout.columns.map(({ name }) => name);
    const lines = [tableHeader(layout), ...waiting.map(rowOf)];
    waiting = [];
    return `${lines.join("\n")}\n`;
  }

  function rowOf(value: unknown): string {
    const placed = placeRow(layout!, value);
    layout = placed.layout;
    return placed.line;
  }

  return {
    item(value) {
      count++;
      if (layout) {
        checkFields(toRow(value), names, count);
        return `${rowOf(value)}\n`;
      }
      waiting.push(value);
      return waiting.length === ROWS_MEASURED ? open() : "";
    },
    end: () => (layout || waiting.length === 0 ? "" : open()),
  };
}
