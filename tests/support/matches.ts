/** Whether `actual` is `expected`, where `[..]` stands for anything within a line and a line `[...]` for any lines. */
export function matches(expected: string, actual: string): boolean {
  const pattern = expected
    .replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
    .replaceAll("\\[\\.\\.\\.\\]\n", "(?:[^\\n]*\\n)*")
    .replaceAll("\\[\\.\\.\\.\\]", "[^]*")
    .replaceAll("\\[\\.\\.\\]", "[^\\n]*");
  return new RegExp(`^${pattern}$`).test(actual);
}
