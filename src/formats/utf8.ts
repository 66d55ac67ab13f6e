/** First and last byte allowed after each kind of lead byte, and how many follow (Unicode table 3-7). */
function tail(lead: number): { more: number; least: number; most: number } | null {
  if (lead >= 0xc2 && lead <= 0xdf) return { more: 1, least: 0x80, most: 0xbf };
  if (lead === 0xe0) return { more: 2, least: 0xa0, most: 0xbf };
  if (lead === 0xed) return { more: 2, least: 0x80, most: 0x9f };
  if (lead >= 0xe1 && lead <= 0xef) return { more: 2, least: 0x80, most: 0xbf };
  if (lead === 0xf0) return { more: 3, least: 0x90, most: 0xbf };
  if (lead >= 0xf1 && lead <= 0xf3) return { more: 3, least: 0x80, most: 0xbf };
  if (lead === 0xf4) return { more: 3, least: 0x80, most: 0x8f };
  return null;
}

/** Offset of the first byte that does not belong to well-formed UTF-8, or -1. */
export function invalidUtf8At(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const shape = tail(lead);
    if (!shape) return i;
    for (let k = 1; k <= shape.more; k++) {
      const next = bytes[i + k];
      const least = k === 1 ? shape.least : 0x80;
      const most = k === 1 ? shape.most : 0xbf;
      if (next === undefined || next < least || next > most) return i;
    }
    i += shape.more + 1;
  }
  return -1;
}

/** How many bytes at the end are the beginning of a character whose rest has not come yet (0 to 3). */
export function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (tail(byte)?.more ?? 0) >= back ? back : 0;
  }
  return 0;
}
