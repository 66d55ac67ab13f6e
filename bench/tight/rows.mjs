// The rows of a CSV file with a header: cells in quotes may hold commas and newlines.
import { eachLine } from "./lines.mjs";

export function eachRow(path, take) {
  let header = true;
  let open = "";
  eachLine(path, (text, from, end) => {
    let line = text.slice(from, end);
    if (open !== "") line = `${open}\n${line}`;
    const isQuoted = line.includes('"');
    if (isQuoted && (line.split('"').length & 1) === 0) {
      open = line;
      return;
    }
    open = "";
    if (!header) take(isQuoted ? cellsOf(line) : line.split(","));
    header = false;
  });
}

function cellsOf(line) {
  const cells = [];
  for (let at = 0; at <= line.length; ) {
    if (line.charCodeAt(at) === 34) {
      let close = line.indexOf('"', at + 1);
      while (line.charCodeAt(close + 1) === 34) close = line.indexOf('"', close + 2);
      cells.push(line.slice(at + 1, close).replaceAll('""', '"'));
      at = close + 2;
    } else {
      const comma = line.indexOf(",", at);
      const end = comma === -1 ? line.length : comma;
      cells.push(line.slice(at, end));
      at = end + 1;
    }
  }
  return cells;
}
