/** A value an option can have at run time. */
export type OptionValue = string | number | boolean | readonly (string | number)[];

/**
 * One command-line option of a command, derived from the type of the snippet's second parameter.
 * `choices` only with `string` and `number`. `default` absent and `required` true: the user must give it.
 */
export interface OptionSpec {
  readonly name: string;
  readonly type: "string" | "number" | "integer" | "boolean";
  /** Given several times, each adds one value. */
  readonly array: boolean;
  /** The least number it may be; any where it is absent. */
  readonly least?: number;
  readonly choices?: readonly (string | number)[];
  readonly required: boolean;
  readonly default?: OptionValue;
  readonly help: string;
}

/** The command line of a snippet. `summary` is the first paragraph of its JSDoc. */
export interface OptionSchema {
  readonly summary: string;
  readonly options: readonly OptionSpec[];
}

/** Option names that belong to writ after a command's name (docs/command-line.md). */
export const RESERVED_OPTIONS = ["o", "output", "from", "time", "cpu", "memory", "h", "help"] as const;
