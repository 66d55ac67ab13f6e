import { measureTable, placeRow, tableHeader } from "../../src/formats/table.ts";

/** A table as lines of text, header first, as whoever draws one puts it together. */
export function layoutTable(
  records: readonly unknown[],
  options: { readonly columns: number | null },
): string[] {
  const layout = measureTable(records, options);
  return [tableHeader(layout), ...records.map((record) => placeRow(layout, record).line)];
}
