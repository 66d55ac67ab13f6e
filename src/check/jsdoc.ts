/** A JSDoc block, as far as a command line needs it. */
export interface Doc {
  /** The first paragraph, on one line. */
  readonly summary: string;
  readonly params: ReadonlyMap<string, { readonly type: string | undefined; readonly text: string }>;
}

export const NO_DOC: Doc = { summary: "", params: new Map() };

const PARAM = /^@param\s+(?:\{([^}]*)\}\s*)?\[?([\w$.-]+?)(?:=[^\]]*)?\]?(?:\s+-?\s*(.*))?$/s;

/**
 * Read a block comment that starts with two stars. `@param {integer} options.n text`, `@param n - text` and
 * `@param [n=10] text` name the same option `n`; text goes on over the following lines.
 */
export function readDoc(comment: string): Doc {
  if (!comment.startsWith("/**")) return NO_DOC;
  const lines = comment
    .slice(3, -2)
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\*? ?/, "").trimEnd());
  const firstTag = lines.findIndex((line) => /^\s*@\w/.test(line));
  const prose = (firstTag === -1 ? lines : lines.slice(0, firstTag)).join("\n").trim();
  const params = new Map<string, { type: string | undefined; text: string }>();
  for (const tag of tagsOf(firstTag === -1 ? [] : lines.slice(firstTag))) {
    const match = PARAM.exec(tag);
    if (!match) continue;
    const [, type, path = "", text = ""] = match;
    const name = path.slice(path.lastIndexOf(".") + 1);
    params.set(name, { type: type?.trim(), text: oneLine(text) });
  }
  return { summary: oneLine(prose.split(/\n\s*\n/)[0] ?? ""), params };
}

function tagsOf(lines: readonly string[]): readonly string[] {
  const tags: string[] = [];
  for (const line of lines) {
    if (/^\s*@\w/.test(line)) tags.push(line.trim());
    else if (line.trim() !== "") tags.push(`${tags.pop() ?? ""} ${line.trim()}`);
  }
  return tags;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
