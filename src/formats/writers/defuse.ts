/** What spreadsheets begin a formula with, full-width forms included, and what some skip before it. */
const STARTS = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?%?$/;

/**
 * A cell that no spreadsheet takes for a formula (CWE-1236): one that begins like one, and is no number, has a `'` before
 * it, as OWASP advises. This changes the data, and a reader other than a spreadsheet sees the `'`.
 */
export function defuse(cell: string): string {
  return STARTS.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}
