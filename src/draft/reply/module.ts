/** Whether a text has a default export, as far as can be seen without a parser. */
export function isModule(code: string): boolean {
  return /(?:^|[;}\n])[ \t]*export\s+default\b|\bexport\s*\{[^{}]*\bas\s+default\b/.test(code);
}

/** Whether there may be a function in it, for the check to judge. */
export function hasFunction(code: string): boolean {
  return /\bfunction\b|=>/.test(code);
}

/** The code with one line end at its end and no empty line before it. */
export function tidy(code: string): string {
  return `${code.replace(/^(?:[ \t]*\n)+/, "").trimEnd()}\n`;
}
