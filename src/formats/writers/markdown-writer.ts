import { createRowShape } from "../row.ts";
import { nothing, type Writer } from "./writer.ts";

/** A table of GitHub's Markdown. */
export function markdownWriter(): Writer {
  const shape = createRowShape();
  return {
    item(value) {
      const first = shape.names() === null;
      const row = line(shape.cells(value));
      if (!first) return row;
      const names = shape.names()!;
      return line(names) + line(names.map(() => "---")) + row;
    },
    end: nothing,
  };
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(escapeCell).join(" | ")} |\n`;
}

function escapeCell(cell: string): string {
  return cell.replace(/[|\\]/g, "\\$&").replace(/\r?\n/g, "<br>");
}
