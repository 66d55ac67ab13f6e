/** A model's reply, read: the module in it, or what is wrong with it, as a clause. */
export type Reply =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly problem: string };

interface Block {
  readonly code: string;
  readonly closed: boolean;
}

/**
 * Find the module in a reply. Fences may be of any length, of backticks or tildes, indented, with any
 * language. Of several blocks the last with a default export is taken (a model that corrects itself does so
 * below), else the longest with a function, for the check to judge; a reply without a fence is code if it
 * has a default export itself. A fence that never closes is a reply cut off in the middle, unless the model
 * is known to have ended by itself.
 */
export function readReply(text: string, { endedByItself = false }: { endedByItself?: boolean } = {}): Reply {
  const reply = withoutThinking(text.replace(/\r\n?/g, "\n").replace(/^\uFEFF/, ""));
  if (reply.trim() === "") return { ok: false, problem: "it is empty" };
  const blocks = fencedBlocks(reply);
  const block = blocks.findLast((one) => isModule(one.code)) ?? longestWithFunction(blocks);
  if (block && (block.closed || endedByItself)) return { ok: true, code: tidy(block.code) };
  if (blocks.some((one) => !one.closed)) {
    return { ok: false, problem: "it was cut off in the middle of the code" };
  }
  if (blocks.length > 0) return { ok: false, problem: "there is no function in its code" };
  return bareModule(reply);
}

// Reasoning models put their thoughts, drafts of code included, before the answer.
function withoutThinking(text: string): string {
  return text.replace(/^\s*<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/i, "");
}

function fencedBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { mark: string; indent: number; lines: string[] } | null = null;
  for (const line of text.split("\n")) {
    const [, indent = "", mark = "", rest = ""] = /^([ \t]*(?:>[ \t]?)?)(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (open === null) {
      if (mark && !rest.includes("`")) open = { mark, indent: indent.length, lines: [] };
    } else if (mark.startsWith(open.mark) && rest.trim() === "") {
      blocks.push({ code: dedent(open.lines, open.indent), closed: true });
      open = null;
    } else open.lines.push(line);
  }
  if (open) blocks.push({ code: dedent(open.lines, open.indent), closed: false });
  return blocks;
}

function dedent(lines: readonly string[], width: number): string {
  return lines.map((line) => line.replace(new RegExp(`^[ \\t>]{0,${width}}`), "")).join("\n");
}

function longestWithFunction(blocks: readonly Block[]): Block | undefined {
  return blocks
    .filter((block) => /\bfunction\b|=>/.test(block.code))
    .reduce<Block | undefined>(
      (best, one) => (best && best.code.length >= one.code.length ? best : one),
      undefined,
    );
}

function isModule(code: string): boolean {
  return /(?:^|[;}\n])[ \t]*export\s+default\b|\bexport\s*\{[^}]*\bas\s+default\b/.test(code);
}

// Code and nothing else, or with prose around it: from the first line that starts code to the last that ends it.
function bareModule(reply: string): Reply {
  const lines = reply.split("\n");
  const start = lines.findIndex((line) => STARTS_CODE.test(line));
  const end = lines.findLastIndex((line) => ENDS_CODE.test(line));
  const code = lines.slice(start, end + 1).join("\n");
  if (start === -1 || end < start || !isModule(code)) return { ok: false, problem: "there is no code in it" };
  return { ok: true, code: tidy(code) };
}

const STARTS_CODE =
  /^(?:import\b.*from|export\b|\/\*\*|\/\/|(?:async )?function\b|(?:const|let|type|interface)\s+\w)/;
const ENDS_CODE = /^\s*[}\])].*$|;\s*$/;

function tidy(code: string): string {
  return `${code.replace(/^\n+/, "").trimEnd()}\n`;
}
