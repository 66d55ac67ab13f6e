// Id, path and duration of the requests that failed.
import { eachLine, flush, print } from "./lines.mjs";

eachLine(globalThis.Deno.args[0], (text, from, end) => {
  const { status, id, path, duration } = JSON.parse(text.slice(from, end));
  if (status >= 500) print({ id, path, duration });
});
flush();
