import { checkFields, toRow } from "../row.ts";
import { measureTable, type TableLayout, tableHeader, tableRow } from "../table.ts";
import type { Writer } from "./writer.ts";

const ROWS_MEASURED = 1000;

/** An aligned table. Widths come from the first 1,000 rows; the rest follows one by one with the same. */
export function tableWriter(): Writer {
  let waiting: unknown[] = [];
  let layout: TableLayout | null = null;
  let names: readonly string[] = [];
  let count = 0;

  function open(): string {
    layout = measureTable(waiting, { columns: null });
    names = layout.columns.map(({ name }) => name);
    const lines = [tableHeader(layout), ...waiting.map((value) => tableRow(layout!, value))];
    waiting = [];
    return `${lines.join("\n")}\n`;
  }

  return {
    item(value) {
      count++;
      if (layout) {
        checkFields(toRow(value), names, count);
        return `${tableRow(layout, value)}\n`;
      }
      waiting.push(value);
      return waiting.length === ROWS_MEASURED ? open() : "";
    },
    end: () => (layout || waiting.length === 0 ? "" : open()),
  };
}
