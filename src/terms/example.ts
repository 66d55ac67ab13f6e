/**
 * An input and what a command makes of it, kept with its directive as its test. What is expected stands in one or
 * more of `out`, `like`, `lines` and `error`, and all that are there must hold.
 */
export interface Example {
  /** The words after the command's name: its options, and writ's own `-o` and `--from`. */
  readonly args?: readonly string[];
  /** The whole input; absent: there is none. */
  readonly in?: string;
  /** The whole result as it is written into a pipe; a missing last newline makes no difference. */
  readonly out?: string;
  /** A value, or a list with one for each item of the result: of a record only the fields that are named here. */
  readonly like?: unknown;
  /** How many lines the result has; `in`: as many as the input. */
  readonly lines?: number | "in";
  /** The run fails, and what it says holds this text. */
  readonly error?: string;
}

/** The properties of which an example needs one. */
const EXPECTATIONS = ["out", "like", "lines", "error"] as const satisfies readonly (keyof Example)[];

/** Whether it says anything about the result. */
export function expectsSomething(example: Example): boolean {
  return EXPECTATIONS.some((name) => example[name] !== undefined);
}

/** How many lines a text has; one that lacks its newline is one too. */
export function lineCount(text: string): number {
  return linesOf(text).length;
}

/** The lines of a text without their newlines. */
export function linesOf(text: string): readonly string[] {
  if (text === "") return [];
  return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
}

/** `like` as the list it stands for. */
export function wantedItems(like: unknown): readonly unknown[] {
  return Array.isArray(like) ? like : [like];
}

/** `b => x`: an example in a line, for a person who knows it. */
export function wordExample({ in: input = "", out, like, lines, error }: Example): string {
  const wanted =
    out ??
    (like === undefined
      ? lines === undefined
        ? `an error: ${error}`
        : lines === "in"
          ? "as many lines"
          : `${lines} lines`
      : JSON.stringify(like));
  return [input, wanted].map((side) => side.trimEnd().replaceAll("\n", "\\n")).join(" => ");
}
