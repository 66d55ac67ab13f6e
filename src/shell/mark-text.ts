import { type Line, plain, type Span, type Tone } from "./line.ts";

/** A line with every place that holds the text in another tone. Capital letters count only where it has some. */
export function markText(one: Line, text: string, tone: Tone): Line {
  const places = placesOf(plain(one), text);
  if (places.length === 0) return one;
  const cuts = places.flatMap((start) => [start, start + text.length]);
  let at = 0;
  return one.flatMap((piece): Span[] => {
    const start = at;
    at += piece.text.length;
    const inside = [start, ...cuts.filter((cut) => cut > start && cut < at), at];
    return inside.slice(1).map((end, index) => {
      const from = inside[index]!;
      const isMarked = places.some((place) => from >= place && end <= place + text.length);
      return { text: piece.text.slice(from - start, end - start), tone: isMarked ? tone : piece.tone };
    });
  });
}

function placesOf(whole: string, text: string): readonly number[] {
  const folded = text === text.toLowerCase() ? whole.toLowerCase() : whole;
  const places: number[] = [];
  for (let at = folded.indexOf(text); at !== -1; at = folded.indexOf(text, at + text.length)) places.push(at);
  return places;
}
