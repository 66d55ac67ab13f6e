const ASCII = /^[\x20-\x7e]*$/;
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u;
// Not \p{RGI_Emoji}: where such a literal is only parsed, it costs a start 15 ms.
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Regional_Indicator})/u;
// East Asian Width W and F (Unicode Annex 11), by block.
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;

// Letters that never join what is next to them, each as wide as it always is: a hundred times faster to measure.
const ALONE =
  /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u3001-\u3020\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]*$/;
const ALONE_WIDE_FIRST = 0x3001;

// Loading the segmentation data takes 13 ms in the engine, so it waits for the first text that needs it.
let segmenter: Intl.Segmenter | undefined;

/** How many columns of a terminal a text takes, by grapheme. Controls and escapes count as nothing. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  if (ALONE.test(text)) return text.length + countWide(text);
  let width = 0;
  for (const cluster of graphemes(text)) width += clusterWidth(cluster);
  return width;
}

/** The text cut to at most `columns` columns, with `…` as the last where something was cut. */
export function cutToWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  if (columns <= 0) return "";
  if (ASCII.test(text)) return `${text.slice(0, columns - 1)}…`;
  let width = 0;
  let kept = "";
  for (const cluster of ALONE.test(text) ? text : graphemes(text)) {
    width += clusterWidth(cluster);
    if (width > columns - 1) break;
    kept += cluster;
  }
  return `${kept}…`;
}

function countWide(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= ALONE_WIDE_FIRST) count++;
  return count;
}

function graphemes(text: string): Iterable<string> {
  segmenter ??= new Intl.Segmenter();
  return Iterator.from(segmenter.segment(text)).map(({ segment }) => segment);
}

function clusterWidth(cluster: string): number {
  if (INVISIBLE.test(cluster)) return 0;
  return EMOJI.test(cluster) || WIDE.test(cluster) ? 2 : 1;
}
