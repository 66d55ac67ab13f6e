/**
 * The beginning of a JSON document made whole: cut after the last value that is surely complete, open arrays
 * and objects closed. Undefined where even that does not parse.
 */
export function parseJsonBeginning(text: string): unknown {
  const { end, closers } = lastWholeValue(text);
  try {
    return JSON.parse(text.slice(0, end) + closers);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

// Brackets and commas are the only places where the depth changes or a value surely ends, so the depth after
// the last of them is the depth there.
function lastWholeValue(text: string): { end: number; closers: string } {
  const open: string[] = [];
  let end = 0;
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|[{}[\],]/gs;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token[0] === '"') continue;
    if (token === "{") open.push("}");
    else if (token === "[") open.push("]");
    else if (token !== ",") open.pop();
    end = token === "," ? index : index + 1;
  }
  return { end, closers: open.toReversed().join("") };
}
