/** The name under which the runner's console listens: the one thing that helpers and the runner both have in reach. */
export const UNCONVERTED = Symbol.for("writ.unconverted");

/** Hears of a value that could not be converted and what becomes of it. Says where it stood; empty: not known. */
export type OnUnconverted = (problem: string, becomes: "replaced" | "thrown") => string;

/** Tell the runner, where there is one. Throws what ends the run under `--strict`. */
export const tellUnconverted: OnUnconverted = (problem, becomes) => {
  const { [UNCONVERTED]: listener } = console as { readonly [UNCONVERTED]?: OnUnconverted };
  return listener?.(problem, becomes) ?? "";
};
