/** A cell of CSV (RFC 4180): in quotes where it holds the separator, a quote or a line end. */
export function quoteCell(cell: string, separator: string): string {
  return /["\r\n]/.test(cell) || cell.includes(separator) ? quoted(cell) : cell;
}

/** A cell of the first line, by which readers find the separator, the quote and a byte order mark. */
export function quoteFirst(cell: string): string {
  return /[";|,'\t\r\n]|^\ufeff/.test(cell) ? quoted(cell) : cell;
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
