/**
 * Changes to one key of a TOML text that leave every other line as it is: comments, order, line ends. They know
 * `[table]` headers, `key = value` on one line and dotted keys, which is how people write such files. What they
 * do not know (inline tables, values over several lines) they may get wrong: parse the result and compare.
 */

interface KeyLine {
  /** Counted from 0. */
  readonly index: number;
  readonly before: string;
  readonly after: string;
}

/** The line that a key stands on, counted from 1; of its table where the key is not found; null where neither is. */
export function lineOfKey(text: string, table: string, key: string): number | null {
  const lines = text.split("\n");
  const found = findKey(lines, table, key) ?? findTable(lines, table);
  return found === null ? null : found.index + 1;
}

/** The text with the key set to a string, at the end of its table where it is new. */
export function setTomlKey(text: string, [table, key]: readonly [string, string], value: string): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split("\n");
  const found = findKey(lines, table, key);
  if (found) {
    lines[found.index] = `${found.before}${quoted(value)}${found.after}`;
    return lines.join("\n");
  }
  const header = findTable(lines, table);
  if (header) {
    lines.splice(endOfTable(lines, header.index), 0, `${keyText(key)} = ${quoted(value)}${eol.slice(0, -1)}`);
    return lines.join("\n");
  }
  const kept = text === "" || text.endsWith("\n") ? text : `${text}${eol}`;
  const gap = kept.trim() === "" ? "" : eol;
  return `${kept}${gap}[${table}]${eol}${keyText(key)} = ${quoted(value)}${eol}`;
}

/** The text without the key. Its table stays. */
export function unsetTomlKey(text: string, [table, key]: readonly [string, string]): string {
  const lines = text.split("\n");
  const found = findKey(lines, table, key);
  return found ? lines.toSpliced(found.index, 1).join("\n") : text;
}

function findKey(lines: readonly string[], table: string, key: string): KeyLine | null {
  const plain = keyPattern([key]);
  const dotted = keyPattern([table, key]);
  let current = "";
  for (const [index, line] of lines.entries()) {
    const header = headerOf(line);
    if (header !== null) current = header;
    const match = header === null && (current === table ? plain : current === "" ? dotted : null)?.exec(line);
    if (match) return { index, before: match[1]!, after: match[2]! };
  }
  return null;
}

function findTable(lines: readonly string[], table: string): { readonly index: number } | null {
  const index = lines.findIndex((line) => headerOf(line) === table);
  return index === -1 ? null : { index };
}

/** After the last line of the table that says something. */
function endOfTable(lines: readonly string[], header: number): number {
  const next = lines.findIndex((line, index) => index > header && /^\s*\[/.test(line));
  let end = next === -1 ? lines.length : next;
  while (end > header + 1 && /^\s*(?:#.*)?$/.test(lines[end - 1]!)) end--;
  return end;
}

/** The name in `[name]`; `?` for a header of another kind; null where the line is none. */
function headerOf(line: string): string | null {
  if (!/^\s*\[/.test(line)) return null;
  return (
    /^\s*\[\s*(?:"([\w-]+)"|'([\w-]+)'|([\w-]+))\s*\]\s*(?:#.*)?$/.exec(line)?.slice(1).find(Boolean) ?? "?"
  );
}

/** What stands before the value, and after it, of a line that sets these dotted keys on one line. */
function keyPattern(keys: readonly string[]): RegExp {
  const name = keys.map(spellings).join("\\s*\\.\\s*");
  const value = `(?:"(?:[^"\\\\]|\\\\.)*"|'[^']*'|[^\\s#"'\\[{]+)`;
  return new RegExp(`^(\\s*${name}\\s*=\\s*)${value}(\\s*(?:#.*)?)$`);
}

/** A key that TOML takes without quotes. */
const BARE = /^[\w-]+$/;

function keyText(key: string): string {
  return BARE.test(key) ? key : quoted(key);
}

/** A pattern of the ways in which people write a key. */
function spellings(key: string): string {
  const bare = BARE.test(key) ? [key] : [];
  return `(?:${[...bare, quoted(key), `'${key}'`].map(literal).join("|")})`;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** A basic string: TOML's escapes are JSON's, and U+007F must be escaped too. */
function quoted(value: string): string {
  return JSON.stringify(value).replaceAll("\u007f", "\\u007f");
}
