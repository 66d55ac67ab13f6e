// Count, sum, mean, least and greatest amount of each country.
import { flush, print } from "./lines.mjs";
import { eachRow } from "./rows.mjs";

const groups = new Map();
eachRow(globalThis.Deno.args[0], (cells) => {
  const amount = Number(cells[6]);
  const group = groups.get(cells[3]);
  if (group) {
    group.count++;
    // As the command adds: what rounding loses is added up beside the sum (Neumaier).
    const sum = group.sum + amount;
    group.rest +=
      Math.abs(group.sum) >= Math.abs(amount) ? group.sum - sum + amount : amount - sum + group.sum;
    group.sum = sum;
    group.min = Math.min(group.min, amount);
    group.max = Math.max(group.max, amount);
  } else groups.set(cells[3], { count: 1, sum: amount, rest: 0, min: amount, max: amount });
});
for (const group of groups.values()) group.sum += group.rest;
for (const [country, { count, sum, min, max }] of [...groups].sort((a, b) => b[1].sum - a[1].sum))
  print({ country, count, sum, mean: sum / count, min, max });
flush();
