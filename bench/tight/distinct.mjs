// Every customer once, in the order they come.
import { flush, print } from "./lines.mjs";
import { eachRow } from "./rows.mjs";

const seen = new Set();
eachRow(globalThis.Deno.args[0], (cells) => {
  if (seen.has(cells[2])) return;
  seen.add(cells[2]);
  print({ customer: cells[2] });
});
flush();
