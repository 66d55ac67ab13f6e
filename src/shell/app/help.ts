import { type Line, line, span } from "../line.ts";
import { wrap } from "../wrap.ts";
import { SLASH_COMMANDS } from "./slash-commands.ts";

const FORMS: readonly (readonly [form: string, does: string])[] = [
  ["what you want, in words", "is drafted into a program, shown, and run once you say y"],
  ['@FILE  @"a b"  @*.log', "names input, anywhere in the words; @samples/… comes with writ"],
  ["@-", "what was piped into writ"],
  ["_  _3", "the last result, the third"],
  ["NAME [options] [FILE…]", "runs a kept command, without a model"],
  ["!PROGRAM", "runs an ordinary program; its output is a result too"],
];

/** What /help shows: what a line may be, then the slash commands. */
export function helpLines(columns: number): readonly Line[] {
  const commands = SLASH_COMMANDS.map(({ usage, summary }) => [usage, summary] as const);
  const width = Math.max(...[...FORMS, ...commands].map(([form]) => form.length));
  const rows = (all: readonly (readonly [string, string])[]) =>
    all.flatMap(([form, does]) =>
      wrap(line(span(`  ${form.padEnd(width)}  `, "accent"), does), { columns, hang: width + 4 }),
    );
  return [...rows(FORMS), [], ...rows(commands)];
}

/** The first time: what this is, how to get a model, what works right now. */
export function firstRunLines(options: {
  readonly model: string | null;
  readonly columns: number;
}): readonly Line[] {
  const model =
    options.model === null
      ? "No model is configured: words are matched to the commands that ship with writ. To use one:"
      : `Drafts come from ${options.model}.`;
  const how =
    options.model === null
      ? "  export OPENAI_BASE_URL=http://127.0.0.1:11434/v1 WRIT_MODEL=NAME (or OPENAI_API_KEY)"
      : "A sample of the data goes to it, redacted; the program that comes back runs here.";
  return [
    line(span("writ: say what you want done with some data, read the program, say y, keep it.", "strong")),
    line(model),
    line(span(how, "dim")),
    line("Try now: ", span("the ten most frequent addresses in @samples/access.log", "accent")),
    line(span("/help says what else can be typed, /keys which keys there are, Ctrl-D leaves.", "dim")),
  ].flatMap((one) => wrap(one, { columns: options.columns, hang: 2 }));
}
