const ESCAPE = /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))/g;
const SHORT: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", "0": "\0" };

/** The text an escaped literal or identifier stands for. */
export function unescapeText(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(ESCAPE, (_, braced?: string, four?: string, two?: string, one?: string) => {
    const code = braced ?? four ?? two;
    if (code !== undefined) {
      const point = Number.parseInt(code, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : "";
    }
    if (one === undefined || /[\r\n\u2028\u2029]/.test(one)) return "";
    return SHORT[one] ?? one;
  });
}
