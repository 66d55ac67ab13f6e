// Order and amount, greatest amount first.
import { flush, print } from "./lines.mjs";
import { eachRow } from "./rows.mjs";

const rows = [];
eachRow(globalThis.Deno.args[0], (cells) => rows.push({ order: cells[0], amount: Number(cells[6]) }));
rows.sort((a, b) => b.amount - a.amount);
for (const row of rows) print(row);
flush();
