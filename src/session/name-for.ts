const FILLER = new Set(
  "a an and are at by for from give how i in into is it its list me my of on or out per please print show tell that the their them this to was were what which with".split(
    " ",
  ),
);
const WORDS_MOST = 4;

/** A name to offer for a directive: "the ten slowest requests" -> `ten-slowest-requests`. */
export function nameFor(directive: string): string {
  const words = directive
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ");
  const telling = words.filter((word) => word !== "" && !FILLER.has(word));
  const name = (telling.length > 0 ? telling : words).slice(0, WORDS_MOST).join("-").slice(0, 40);
  return name.replace(/^-+|-+$/g, "") || "command";
}

/** The name, or with the first number from 2 that makes it one nobody has. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  for (let n = 2; ; n++) {
    if (!taken.includes(`${name}-${n}`)) return `${name}-${n}`;
  }
}
