// Path and duration of the ten slowest requests.
import { eachLine, flush, print } from "./lines.mjs";

const slowest = [];
eachLine(globalThis.Deno.args[0], (text, from, end) => {
  const { path, duration } = JSON.parse(text.slice(from, end));
  if (slowest.length === 10 && duration <= slowest[9].duration) return;
  slowest.push({ path, duration });
  slowest.sort((a, b) => b.duration - a.duration);
  slowest.length = Math.min(slowest.length, 10);
});
for (const record of slowest) print(record);
flush();
