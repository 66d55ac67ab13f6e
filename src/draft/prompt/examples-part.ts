import type { Example } from "../../terms/example.ts";
import { fence } from "./fence.ts";

/** More say no more to a model; all of them are run. */
const EXAMPLES_MOST = 8;
const SIDE_CHARS_MOST = 1500;

/** What is expected, as the examples stage will look at it: both sides fenced, for they are data. */
export function examplesPart(examples: readonly Example[]): string {
  const shown = examples.slice(0, EXAMPLES_MOST).map(one).join("\n");
  const more = examples.length - EXAMPLES_MOST;
  return `The module is run on these, and must give just this:\n${shown}${more > 0 ? `\nand ${more} more.` : ""}`;
}

function one(example: Example): string {
  const { args = [], in: input } = example;
  const given = [
    ...(args.length > 0 ? [`With the words ${fence("ARGS", JSON.stringify(args))}`] : []),
    input === undefined ? "No input" : fence("IN", cut(input)),
  ];
  return `${given.join("\n")}\n=>\n${wanted(example).join("\n")}`;
}

function wanted({ out, like, lines, error }: Example): readonly string[] {
  return [
    ...(out === undefined ? [] : [fence("OUT", cut(out))]),
    ...(like === undefined ? [] : [fence("OUT", cut(JSON.stringify(like))), "with at least these fields"]),
    ...(lines === undefined ? [] : [lines === "in" ? "as many lines as the input" : `${lines} lines`]),
    ...(error === undefined ? [] : [`an error that says ${fence("ERROR", cut(error))}`]),
  ];
}

function cut(text: string): string {
  const whole = text.replace(/\n$/, "");
  return whole.length > SIDE_CHARS_MOST ? `${whole.slice(0, SIDE_CHARS_MOST)}\n… (cut)` : whole;
}
