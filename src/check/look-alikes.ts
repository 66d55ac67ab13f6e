/** Characters that are drawn like those of the language, and what was meant, as word processors and keyboards put them. */
const MEANT: ReadonlyMap<string, string> = new Map(
  [
    ["\u201c\u201d\u201e\u201f\u2033\uff02", '"'],
    ["\u2018\u2019\u201a\u201b\u2032\uff07\u00b4", "'"],
    ["\u037e\uff1b", ";"],
    ["\uff0c\u201a", ","],
    ["\uff1a\ua789", ":"],
    ["\u2010\u2011\u2012\u2013\u2014\u2212", "-"],
    ["\u00d7\u2217", "*"],
    ["\u00f7\u2044\u2215", "/"],
    ["\u2026", "..."],
    ["\uff08", "("],
    ["\uff09", ")"],
    ["\uff1d", "="],
    ["\u2265", ">="],
    ["\u2264", "<="],
    ["\u2260", "!=="],
    ["\u21d2\u2192", "=>"],
  ].flatMap(([like, meant]) => [...like!].map((one) => [one, meant!] as const)),
);

/** What to write in place of the character that stands at a place of a text; undefined where it looks like no other. */
export function meantAt(source: string, start: number): string | undefined {
  const found = source.slice(start, start + 1);
  const meant = MEANT.get(found);
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return meant && `write \`${meant}\`: \`${found}\` (U+${code}) only looks like it`;
}
