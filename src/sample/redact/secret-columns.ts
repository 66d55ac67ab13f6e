import type { Redactor } from "./create-redactor.ts";
import { secretFieldKind } from "./secret-kinds.ts";

const SEPARATORS = [",", ";", "\t", "|"] as const;

interface SecretColumns {
  readonly separator: string;
  readonly columns: readonly { readonly at: number; readonly name: string }[];
}

/**
 * A table that is taken for lines of text still has its first row: what stands beneath the name of a secret is replaced
 * in the lines that follow, up to a blank one. Cells may be quoted; where quotes are broken, the rest of the line is
 * one cell.
 */
export function redactColumns(lines: readonly string[], redactor: Redactor): readonly string[] {
  let header: SecretColumns | null = null;
  return lines.map((line) => {
    if (line.trim() === "") header = null;
    const next = secretColumns(line);
    if (next !== null || header === null) {
      header = next ?? header;
      return line;
    }
    return redactCells(line, header, redactor);
  });
}

/** The columns of a line that consists of names, one of them a secret's; null for any other line. */
function secretColumns(line: string): SecretColumns | null {
  for (const separator of SEPARATORS) {
    const names = splitCells(line, separator).map(unquoted);
    if (names.length < 2 || !names.every((name) => NAME.test(name))) continue;
    const columns = names.flatMap((name, at) => (secretFieldKind(name) ? [{ at, name }] : []));
    if (columns.length > 0) return { separator, columns };
  }
  return null;
}

const NAME = /^[\p{L}_][\w .-]{0,63}$/u;

function redactCells(line: string, { separator, columns }: SecretColumns, redactor: Redactor): string {
  const cells = splitCells(line, separator);
  for (const { at, name } of columns) {
    const cell = cells[at];
    if (cell === undefined) continue;
    const value = unquoted(cell);
    if (value !== "") cells[at] = cell.replace(value, () => String(redactor.value(value, name)));
  }
  return cells.join(separator);
}

function unquoted(cell: string): string {
  return cell.trim().replace(/^"(.*?)"?$/, "$1");
}

function splitCells(line: string, separator: string): string[] {
  const cells: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at <= line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    if (at < line.length && (isQuoted || line[at] !== separator)) continue;
    cells.push(line.slice(from, at));
    from = at + 1;
  }
  return cells;
}
