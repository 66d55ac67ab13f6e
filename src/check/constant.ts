/** A value known without running anything. */
export type Constant = string | number | boolean | null | readonly Constant[];

/** Longer texts and lists are not put together: what names something is short. */
export const LENGTH_MOST = 10_000;

/** The text, unless it is longer than is worth knowing. */
export function bounded(text: string): string | undefined {
  return text.length > LENGTH_MOST ? undefined : text;
}

export function isList(value: Constant | undefined): value is readonly Constant[] {
  return Array.isArray(value);
}

/** All of the values, if all are known. */
export function allKnown(values: readonly (Constant | undefined)[]): readonly Constant[] | undefined {
  return values.includes(undefined) ? undefined : (values as readonly Constant[]);
}

/** All of the values, if all are numbers. */
export function numbersOf(values: readonly Constant[]): readonly number[] | undefined {
  const numbers = values.filter((one) => typeof one === "number");
  return numbers.length === values.length ? numbers : undefined;
}
