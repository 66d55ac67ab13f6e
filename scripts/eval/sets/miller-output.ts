type Rows = readonly Record<string, string>[];

/** Records of CSV without quotes; null where there are any, or rows of another width. */
export function rowsOfCsv(output: string): Rows | null {
  if (output.includes('"')) return null;
  return table(output, (line) => line.split(","));
}

/** Records of a table with blanks between its columns, in which `-` is an empty cell; null where it has no plain rows. */
export function cellsOf(output: string): Rows | null {
  return table(output, (line) =>
    line
      .trim()
      .split(/ +/)
      .map((cell) => (cell === "-" ? "" : cell)),
  );
}

// A blank line begins a table with another header: such outputs are no plain list.
function table(output: string, cells: (line: string) => readonly string[]): Rows | null {
  const [header, ...lines] = output.trimEnd().split("\n");
  const names = cells(header!);
  const rows = lines.map(cells);
  const isPlain =
    lines.every((line) => line.trim() !== "") && rows.every((row) => row.length === names.length);
  if (!isPlain || new Set(names).size < names.length || /^mlr:/.test(header!)) return null;
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [names[at]!, cell])));
}
