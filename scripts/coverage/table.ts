/** The lines of one file of `src` that hold a statement, and where each ran. */
export interface Lines {
  readonly file: string;
  readonly lines: readonly { readonly inside: boolean; readonly started: boolean }[];
}

export interface Folder {
  readonly name: string;
  readonly files: number;
  readonly lines: number;
  readonly inside: number;
  readonly started: number;
  readonly together: number;
}

/** Sums by folder of `src`, by name; the sum of all stands last. */
export function foldersOf(files: readonly Lines[]): readonly Folder[] {
  const groups = Map.groupBy(files, ({ file }) => file.split("/").slice(0, 2).join("/"));
  const named = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...named.map(([name, inside]) => sum(name, inside)), sum("all", files)];
}

function sum(name: string, files: readonly Lines[]): Folder {
  const lines = files.flatMap((one) => one.lines);
  return {
    name,
    files: files.length,
    lines: lines.length,
    inside: lines.filter((line) => line.inside).length,
    started: lines.filter((line) => line.started).length,
    together: lines.filter((line) => line.inside || line.started).length,
  };
}

/** The table as it is printed. */
export function rowsOf(folders: readonly Folder[]): readonly string[] {
  const head = ["folder", "files", "lines", "in tests", "in programs", "together"];
  const rows = folders.map(({ name, files, lines, inside, started, together }) => [
    name,
    String(files),
    String(lines),
    ...[inside, started, together].map((ran) => `${((100 * ran) / Math.max(1, lines)).toFixed(1)} %`),
  ]);
  return [head, ...rows].map(([name, ...numbers]) =>
    [name!.padEnd(14), ...numbers.map((number) => number.padStart(13))].join(""),
  );
}
