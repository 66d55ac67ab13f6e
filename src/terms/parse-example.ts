import { type Example, expectsSomething, linesOf } from "./example.ts";

const ARROW = " => ";
const AS_JSON = ["--from", "json"];
const AS_NDJSON = ["--from", "ndjson"];

/** An example, or the clause that says what is wrong with it. */
export type ParsedExample =
  | { readonly ok: true; readonly example: Example }
  | { readonly ok: false; readonly problem: string };

/**
 * `IN => OUT` as it is typed: the first arrow with a space on both sides splits. `\n`, `\t` and `\\` in a side are
 * escapes. A side that starts with `{` or `[` is JSON, or one JSON value a line: as input it is read as that, as
 * output it is compared by value, by the fields that it names ({@link Example.like}).
 */
export function parseExample(text: string): ParsedExample {
  const at = text.indexOf(ARROW);
  if (at === -1) return wrong(`${JSON.stringify(text)} has no " => " between its input and its output`);
  const [input, output] = [text.slice(0, at), text.slice(at + ARROW.length)];
  const broken = [input, output].find((side) => startsAsJson(side) && jsonSide(side, unescaped) === null);
  if (broken !== undefined) return wrong(`${short(broken)} starts as JSON does and is none`);
  return { ok: true, example: sides(input, output, unescaped) };
}

/** An example of two texts as they stand in a file: JSON where they start so and are, else text without escapes. */
export function pairExample(input: string, output: string): Example {
  return sides(input, output, (text) => text);
}

/** An example as JSON holds it: `{args?, in?, out | like | lines | error}`, where `in` and `out` may be values. */
export function exampleOf(value: unknown): ParsedExample {
  if (!isObject(value)) return wrong(`an example is an object with in and out, and this is ${short(value)}`);
  const problem = wrongKey(value) ?? wrongType(value);
  if (problem !== null) return wrong(problem);
  const { in: input, out, args, ...rest } = value;
  const isText = typeof input === "string" || input === undefined;
  const words = [...(isText ? [] : AS_JSON), ...((args ?? []) as readonly string[])];
  const example: Example = {
    ...(words.length > 0 ? { args: words } : {}),
    ...(input === undefined ? {} : { in: isText ? input : `${JSON.stringify(input)}\n` }),
    ...(out === undefined ? {} : typeof out === "string" ? { out } : { like: out }),
    ...rest,
  };
  if (!expectsSomething(example))
    return wrong("it has none of out, like, lines and error: nothing is expected");
  return { ok: true, example };
}

function sides(input: string, output: string, read: (text: string) => string): Example {
  const [given, wanted] = [jsonSide(input, read), jsonSide(output, read)];
  return {
    ...(given === null ? { in: ended(read(input)) } : { args: given.words, in: given.text }),
    ...(wanted === null ? { out: ended(read(output)) } : { like: wanted.value }),
  };
}

interface Json {
  readonly value: unknown;
  readonly text: string;
  readonly words: readonly string[];
}

/** Null: it is text. `read` makes lines of values that are typed in one line; one value needs it not. */
function jsonSide(side: string, read: (text: string) => string): Json | null {
  if (!startsAsJson(side)) return null;
  const whole = parsed(side);
  if (whole !== null) return { value: whole.value, text: ended(side.trim()), words: AS_JSON };
  const text = ended(read(side.trim()));
  const values = linesOf(text).map(parsed);
  if (values.includes(null)) return null;
  return { value: values.map((one) => one?.value), text, words: AS_NDJSON };
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function startsAsJson(side: string): boolean {
  return /^\s*[{[]/.test(side);
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", "\\": "\\" };

function unescaped(side: string): string {
  return side.replace(/\\([nt\\])/g, (_, letter: string) => ESCAPES[letter]!);
}

const KEYS = ["args", "in", "out", "like", "lines", "error"];

function wrongKey(value: Record<string, unknown>): string | null {
  const other = Object.keys(value).find((name) => !KEYS.includes(name));
  return other === undefined ? null : `${JSON.stringify(other)} is none of ${KEYS.join(", ")}`;
}

function wrongType({ args, lines, error }: Record<string, unknown>): string | null {
  const isWords = args === undefined || (Array.isArray(args) && args.every((one) => typeof one === "string"));
  if (!isWords) return `args is ${short(args)}, and must be a list of texts`;
  const isCount = lines === undefined || lines === "in" || (Number.isInteger(lines) && Number(lines) >= 0);
  if (!isCount) return `lines is ${short(lines)}, and must be a whole number or "in"`;
  if (error === undefined || typeof error === "string") return null;
  return `error is ${short(error)}, and must be a text`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function wrong(problem: string): ParsedExample {
  return { ok: false, problem };
}
