import { lineFormat } from "./line-records.ts";
import { type Pairs, takePair } from "./pairs.ts";

/**
 * Logs of `key=value` pairs between spaces. Values are strings, in quotes with `\"`, `\\`, `\n` and `\t`; a key
 * that stands alone is null. A key that comes twice has its last value.
 */
export const logfmt = lineFormat({
  name: "logfmt",
  signs: /=[^\n]*=/,
  parse: parseLogfmt,
  isTypical: isLogfmtLine,
  are: "pairs of key=value between spaces",
  looks: 'pairs as in level=info msg="it began"',
});

/** Whether a line holds several pairs between spaces. */
export function isLogfmtLine(line: string): boolean {
  return Object.values(parseLogfmt(line) ?? {}).filter((value) => value !== null).length > 1;
}

function parseLogfmt(line: string): Pairs | null {
  const record: Pairs = Object.create(null);
  let pairs = 0;
  for (let at = skipSpaces(line, 0); at < line.length; at = skipSpaces(line, at)) {
    const pair = takePair(line, at, ALONE);
    if (!pair) return null;
    record[pair.key] = pair.value;
    if (pair.value !== null) pairs++;
    at = pair.end;
    if (at < line.length && line[at] !== " " && line[at] !== "\t") return null;
  }
  return pairs === 0 ? null : { ...record };
}

const ALONE = { separator: /[ \t]/g, mayBeAlone: true };

function skipSpaces(line: string, from: number): number {
  let at = from;
  while (line[at] === " " || line[at] === "\t") at++;
  return at;
}
