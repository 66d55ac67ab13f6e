// Made when first needed: the engine reads its segmentation data then, which takes it some 13 ms.
let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as a person counts them, with where each starts. */
export function graphemes(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}
