/** Code that stands apart in a reply. */
export interface Block {
  /** The first word after the fence, in small letters: "ts", "python", "". */
  readonly language: string;
  readonly code: string;
  readonly closed: boolean;
}

interface Open {
  readonly mark: string;
  readonly indent: number;
  readonly language: string;
  readonly lines: string[];
}

const FENCE = /^([ \t]*(?:>[ \t]?)?)(`{3,}|~{3,})(.*)$/;
const TAGS = ["code", "pre", "file", "module", "typescript", "answer"];
const OPEN_TAG = new RegExp(`^[ \\t]*((?:<(?:${TAGS.join("|")})(?: [^<>]*)?>)+)[ \\t]*(.*)$`, "i");

/**
 * The blocks of a reply: fences of any length, of backticks or tildes, indented or quoted, with any language, also on
 * one line; `<code>` and the like at the start of a line. In linear time.
 */
export function readBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: Open | null = null;
  for (const line of text.split("\n")) {
    if (open === null) {
      const inline = onOneLine(line);
      if (inline) blocks.push(inline);
      else open = opened(line);
    } else if (closes(line, open)) {
      blocks.push(blockOf(withLast(open, line), true));
      open = null;
    } else open.lines.push(line);
  }
  return open === null ? blocks : [...blocks, blockOf(open, false)];
}

/** A fence that opens and closes on one line, with code between. */
function onOneLine(line: string): Block | null {
  const text = line.trim();
  const [, mark = "", language = ""] = /^(`{3,})(\w*)[ \t]/.exec(text) ?? [];
  if (!mark || text.length < 2 * mark.length + language.length + 2 || !text.endsWith(mark)) return null;
  const code = text.slice(mark.length + language.length, -mark.length).trim();
  return code === "" || code.includes("`") ? null : { language: language.toLowerCase(), code, closed: true };
}

function opened(line: string): Open | null {
  const [, indent = "", mark = "", rest = ""] = FENCE.exec(line) ?? [];
  if (mark && !rest.includes("`")) {
    const language = /^[\w+#-]*/.exec(rest.trim())![0].toLowerCase();
    return { mark, indent: indent.length, language, lines: [] };
  }
  const [, tags = "", first = ""] = OPEN_TAG.exec(line) ?? [];
  if (!tags) return null;
  const innermost = /<(\w+)[^<>]*>$/.exec(tags)![1]!.toLowerCase();
  return { mark: `</${innermost}>`, indent: 0, language: "", lines: first === "" ? [] : [first] };
}

function closes(line: string, { mark }: Open): boolean {
  if (mark.startsWith("<")) return line.toLowerCase().includes(mark);
  const [, , closing = "", rest = ""] = FENCE.exec(line) ?? [];
  return closing.startsWith(mark) && rest.trim() === "";
}

/** A tag may close behind the last line of the code. */
function withLast(open: Open, line: string): Open {
  if (!open.mark.startsWith("<")) return open;
  const last = line.slice(0, line.toLowerCase().indexOf(open.mark));
  return last.trim() === "" ? open : { ...open, lines: [...open.lines, last] };
}

function blockOf({ mark, indent, language, lines }: Open, closed: boolean): Block {
  const code = dedent(lines, indent);
  return { language, code: mark.startsWith("<") ? plain(code) : code, closed };
}

function dedent(lines: readonly string[], width: number): string {
  if (width === 0) return lines.join("\n");
  const margin = new RegExp(`^[ \\t>]{0,${width}}`);
  return lines.map((line) => line.replace(margin, "")).join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };

/** Code between tags may be written as HTML has to be; code that is not has no `&lt;` or `&gt;` in it. */
function plain(code: string): string {
  if (!/&[lg]t;/.test(code)) return code;
  return code.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ENTITIES[name]!);
}
