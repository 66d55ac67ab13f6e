/** A cell of CSV (RFC 4180): in quotes where it holds the separator, a quote or a line end. */
export function quoteCell(cell: string, separator: string): string {
  return /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
