/** The part of a reply that is code: from the fence that opened last to the one that closes it, or to the end. */
export function codeOfReply(reply: string): { readonly start: number; readonly end: number } | null {
  let open: { readonly start: number; readonly mark: string } | null = null;
  let last: { readonly start: number; readonly end: number } | null = null;
  for (const { 1: mark = "", index, 0: fence } of reply.matchAll(/^[ \t]*(`{3,}|~{3,})[^`\n]*(?:\n|$)/gm)) {
    if (open === null) open = { start: index + fence.length, mark };
    else if (mark.startsWith(open.mark)) {
      last = { start: open.start, end: index };
      open = null;
    }
  }
  return open === null ? last : { start: open.start, end: reply.length };
}
