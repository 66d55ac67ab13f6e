/** One setting of the user's configuration file: a row of `settings/index.ts`. All values are TOML strings. */
export interface Setting {
  /** Table and key: `model.base_url` is `base_url` under `[model]`. */
  readonly key: string;
  readonly summary: string;
  /** What it may be; completes "must be …". */
  readonly allowed: string;
  /** Null where the text may stand there; else what is wrong, completing "KEY …". */
  problem(value: string): string | null;
  /** The environment variable that wins over the file, or null. */
  readonly environment: string | null;
  /** What holds where nothing is set, or null where that is nothing. */
  readonly initial: string | null;
  /** What setting this value gives up, where it gives something up. */
  warning?(value: string): string | null;
}

/** What the settings of one table have in common where the user names the keys: the price of each model. */
export const PRICES = "prices.";

/** A setting that is one of a few words. */
export function oneOf(words: readonly string[]): Pick<Setting, "allowed" | "problem"> {
  const allowed = words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
  return {
    allowed,
    problem: (value) => (words.includes(value) ? null : wrongValue(value, allowed)),
  };
}

/** `is "x", and must be …`. */
export function wrongValue(value: unknown, allowed: string): string {
  return `is ${JSON.stringify(value)}, and must be ${allowed}`;
}
