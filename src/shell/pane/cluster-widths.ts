// How wide the emulator takes characters to be: as `cells` does, which lays out everything else. The addon
// for that unpacks tables when it is loaded, which failed with "Data error" once in some hundred starts.
import { cells } from "../line.ts";

/** What the emulator asks: the shape of xterm's `IUnicodeVersionProvider`. */
interface WidthProvider {
  readonly version: string;
  wcwidth(codePoint: number): 0 | 1 | 2;
  /** Width, whether it joins the character before, and what the next one has to know: see `property`. */
  charProperties(codePoint: number, before: number): number;
}

// What the cluster so far is, for the next character.
const OTHER = 0;
const EMOJI = 1;
const JOINING = 2;
const FLAG_HALF = 3;

const ZERO_WIDTH_JOINER = 0x200d;
const EMOJI_STYLE = 0xfe0f;

const MARK = /^(?:\p{M}|[\u1160-\u11ff])/u;
const EMOJI_MODIFIER = /^\p{Emoji_Modifier}/u;
const PICTOGRAPH = /^\p{Extended_Pictographic}/u;
const FLAG = /^\p{Regional_Indicator}/u;

const LETTER = property(OTHER, 1, false);

/** Characters joined into the clusters that a person sees, each with the width of the whole. */
export const CLUSTER_WIDTHS: WidthProvider = {
  version: "clusters",
  wcwidth: widthOf,
  charProperties(codePoint, before) {
    if (codePoint < 0x7f) return LETTER;
    const character = String.fromCodePoint(codePoint);
    const kind = before >> 3;
    const widthBefore = (before >> 1) & 3;
    if (widthBefore > 0) {
      const joined = joinedKind(codePoint, character, kind);
      if (joined !== null) {
        const isWide = joined === EMOJI || (kind === FLAG_HALF && FLAG.test(character));
        return property(joined, isWide ? 2 : widthBefore, true);
      }
    }
    if (FLAG.test(character)) return property(FLAG_HALF, 2, false);
    return property(PICTOGRAPH.test(character) ? EMOJI : OTHER, widthOf(codePoint), false);
  },
};

/** What a cluster of this kind becomes with the character in it; null: the character begins another. */
function joinedKind(codePoint: number, character: string, kind: number): number | null {
  if (codePoint === ZERO_WIDTH_JOINER) return kind === EMOJI ? JOINING : null;
  if (codePoint === EMOJI_STYLE) return kind === EMOJI ? EMOJI : OTHER;
  if (kind === JOINING && PICTOGRAPH.test(character)) return EMOJI;
  if (kind === EMOJI && EMOJI_MODIFIER.test(character)) return EMOJI;
  if (kind === FLAG_HALF && FLAG.test(character)) return OTHER;
  return MARK.test(character) ? kind : null;
}

const widths = new Map<number, 0 | 1 | 2>();
const REMEMBERED_MOST = 10_000;

/** Of one character alone. What takes no cell is given one, where a mark shows that it is there. */
function widthOf(codePoint: number): 0 | 1 | 2 {
  const known = widths.get(codePoint);
  if (known !== undefined) return known;
  const width = cells(String.fromCodePoint(codePoint)) === 2 ? 2 : 1;
  if (widths.size < REMEMBERED_MOST) widths.set(codePoint, width);
  return width;
}

/** As xterm packs it. */
function property(kind: number, width: number, joins: boolean): number {
  return (kind << 3) | (width << 1) | (joins ? 1 : 0);
}
