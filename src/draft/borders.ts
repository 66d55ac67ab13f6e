/**
 * For each start of a text, how long the longest proper end of it is that is also its beginning: the failure function of
 * Knuth, Morris and Pratt. Of at most 65,535 characters, in linear time.
 */
export function borders(text: string): Uint16Array {
  const border = new Uint16Array(text.length);
  for (let at = 1, length = 0; at < text.length; at++) {
    while (length > 0 && text[at] !== text[length]) length = border[length - 1]!;
    if (text[at] === text[length]) length++;
    border[at] = length;
  }
  return border;
}
