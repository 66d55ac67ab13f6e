/**
 * Text from outside between two marker lines that it cannot contain: the marker's number is the first that
 * does not occur in the text.
 */
export function fence(label: string, text: string): string {
  let number = 1;
  while (text.includes(`${label}-${number}`)) number++;
  return `<<<${label}-${number}\n${text}\n${label}-${number}>>>`;
}

/** Code as a block, in a fence that it does not hold. */
export function codeBlock(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([mark]) => mark.length));
  const mark = "`".repeat(longest + 1);
  return `${mark}ts\n${code}\n${mark}`;
}
