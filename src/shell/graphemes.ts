// Made when first needed: the engine reads its segmentation data then, which takes it some 13 ms.
let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as a person counts them, with where each starts. */
export function graphemes(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  return segmentsOf(text);
}

/** Where the grapheme ends that `offset` is inside of; `offset` itself where it is between two. */
export function atGrapheme(text: string, offset: number): number {
  return offset <= 0 ? 0 : graphemeAfter(text, graphemeBefore(text, offset));
}

/** Where the grapheme starts that ends at `offset`, or that `offset` is inside of. */
export function graphemeBefore(text: string, offset: number): number {
  return offset <= 0 ? 0 : (segmentsOf(text).containing(offset - 1)?.index ?? text.length);
}

/** Where the grapheme ends that starts at `offset`. */
export function graphemeAfter(text: string, offset: number): number {
  const next = segmentsOf(text).containing(offset);
  return next === undefined ? text.length : next.index + next.segment.length;
}

function segmentsOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}
