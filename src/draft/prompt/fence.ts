/**
 * Text from outside between two marker lines that it cannot contain: the marker's number is the first that
 * does not occur in the text.
 */
export function fence(label: string, text: string): string {
  let number = 1;
  while (text.includes(`${label}-${number}`)) number++;
  return `<<<${label}-${number}\n${text}\n${label}-${number}>>>`;
}
