/**
 * Text from outside between two marker lines that it cannot contain: the marker's number is the first that does not occur
 * in the text, however it is spelled: in small letters, with spaces or hidden characters between, in other characters that
 * look the same to Unicode. A model may still take data for instructions; the check and the sandbox do not rely on it.
 */
export function fence(label: string, text: string): string {
  const spelled = folded(text);
  let number = 1;
  while (spelled.includes(folded(`${label}-${number}`))) number++;
  return `<<<${label}-${number}\n${text}\n${label}-${number}>>>`;
}

function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\s\p{Z}\p{Cf}\p{Mn}]/gu, "")
    .replace(/\p{Pd}/gu, "-");
}

/** Code as a block, in a fence that it does not hold. */
export function codeBlock(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([mark]) => mark.length));
  const mark = "`".repeat(longest + 1);
  return `${mark}ts\n${code}\n${mark}`;
}
