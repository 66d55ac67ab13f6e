// How a cell of another program's screen looks. Tones are for what writ says itself.

/** A place in the palette of 256, or red, green and blue of 0 to 255 each. */
export type Colour = number | readonly [red: number, green: number, blue: number];

/** Null: the terminal's own colour. */
export interface Look {
  readonly foreground: Colour | null;
  readonly background: Colour | null;
  readonly attributes: readonly Attribute[];
}

export type Attribute = "bold" | "dim" | "italic" | "underline" | "inverse" | "struck";

const ATTRIBUTES: Record<Attribute, string> = {
  bold: "1",
  dim: "2",
  italic: "3",
  underline: "4",
  inverse: "7",
  struck: "9",
};

/** SGR parameters of a look, in the colours that a terminal of `colorDepth` bits has; `""`: it is plain. */
export function lookCodes({ foreground, background, attributes }: Look, colorDepth: number): string {
  const codes = attributes.map((attribute) => ATTRIBUTES[attribute]);
  if (colorDepth > 1 && foreground !== null) codes.push(colourCode(foreground, 30, colorDepth));
  if (colorDepth > 1 && background !== null) codes.push(colourCode(background, 40, colorDepth));
  return codes.join(";");
}

/** `base` is 30 for the foreground and 40 for the background. */
function colourCode(colour: Colour, base: number, colorDepth: number): string {
  if (typeof colour !== "number" && colorDepth >= 24) return `${base + 8};2;${colour.join(";")}`;
  const place = typeof colour === "number" ? colour : nearestOf256(colour);
  if (place >= 16 && colorDepth >= 8) return `${base + 8};5;${place}`;
  const basic = place < 16 ? place : nearestOf16(typeof colour === "number" ? rgbOf(place) : colour);
  return String(basic < 8 ? base + basic : base + 60 + basic - 8);
}

/** The cube of 6 x 6 x 6 has these levels, as xterm defines them. */
const LEVELS = [0, 95, 135, 175, 215, 255] as const;

function nearestOf256([red, green, blue]: readonly [number, number, number]): number {
  const level = (value: number) => (value < 48 ? 0 : value < 115 ? 1 : Math.floor((value - 35) / 40));
  return 16 + 36 * level(red) + 6 * level(green) + level(blue);
}

function nearestOf16(rgb: readonly [number, number, number]): number {
  const most = Math.max(...rgb);
  if (most < 64) return 0;
  const bits = rgb.map((value) => (value > most / 2 ? 1 : 0));
  return bits[0]! + 2 * bits[1]! + 4 * bits[2]! + (most > 191 ? 8 : 0);
}

function rgbOf(place: number): readonly [number, number, number] {
  if (place >= 232) return [8 + 10 * (place - 232), 8 + 10 * (place - 232), 8 + 10 * (place - 232)];
  const cube = place - 16;
  return [LEVELS[Math.floor(cube / 36)]!, LEVELS[Math.floor(cube / 6) % 6]!, LEVELS[cube % 6]!];
}
