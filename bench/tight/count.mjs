// How often each value of the ninth column occurs, the ten most frequent.
import { eachLine, flush, print } from "./lines.mjs";

const counts = new Map();
eachLine(globalThis.Deno.args[0], (text, from, end) => {
  let at = from;
  for (let n = 1; n < 9; n++) at = text.indexOf(" ", at) + 1;
  const next = text.indexOf(" ", at);
  const value = text.slice(at, next === -1 || next > end ? end : next);
  counts.set(value, (counts.get(value) ?? 0) + 1);
});
const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 10);
for (const [value, count] of most) print({ value, count });
flush();
