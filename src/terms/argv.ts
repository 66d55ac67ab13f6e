import { nearNames } from "./near.ts";
import type { OptionSchema, OptionSpec, OptionValue } from "./option.ts";

/** A command's command line, parsed: values by option name (defaults not filled in), then the FILEs. */
export type ParsedArgv =
  | {
      readonly ok: true;
      readonly values: Readonly<Record<string, OptionValue>>;
      readonly files: readonly string[];
    }
  | {
      readonly ok: false;
      readonly message: string;
      /** The option as typed that the command does not have, where that is what is wrong. */
      readonly unknown?: string;
    };

class UsageError extends Error {}

class UnknownOption extends UsageError {
  readonly flag: string;

  constructor(flag: string, message: string) {
    super(message);
    this.flag = flag;
  }
}

/**
 * Parse a command's own options. Runs in the host to tell FILEs from values, and again inside the child,
 * where it is the authority. Accepts `--name value`, `--name=value`, `-x value`, `-x=value`, `--no-flag`;
 * `--` ends the options; `-` alone is a FILE (stdin). camelCase names are also accepted in kebab-case.
 * `kept` are values that the command line need not give.
 */
export function parseArgv(
  schema: OptionSchema,
  argv: readonly string[],
  kept: Readonly<Record<string, OptionValue>> = {},
): ParsedArgv {
  const values: Record<string, OptionValue> = Object.create(null);
  const files: string[] = [];
  try {
    for (let i = 0; i < argv.length; i++) {
      const word = argv[i]!;
      if (word === "--") {
        files.push(...argv.slice(i + 1));
        break;
      }
      if (!word.startsWith("-") || word === "-") {
        files.push(word);
        continue;
      }
      const equals = word.indexOf("=");
      const flag = equals === -1 ? word : word.slice(0, equals);
      const { spec, negated } = find(schema, flag);
      if (spec.type === "boolean") {
        if (equals !== -1) throw new UsageError(`${flag} takes no value`);
        values[spec.name] = !negated;
        continue;
      }
      let text: string;
      if (equals !== -1) text = word.slice(equals + 1);
      else {
        i++;
        if (i >= argv.length) throw new UsageError(`${flag} needs a value: ${wanted(spec)}`);
        text = argv[i]!;
      }
      const value = convert(spec, flag, text);
      const before = values[spec.name];
      values[spec.name] = spec.array ? [...(Array.isArray(before) ? before : []), value] : value;
    }
    const missing = schema.options.find(
      (spec) => spec.required && !(spec.name in values) && !Object.hasOwn(kept, spec.name),
    );
    if (missing) throw new UsageError(`${flagOf(missing)} is required: ${wanted(missing)}`);
  } catch (error) {
    if (error instanceof UnknownOption) return { ok: false, message: error.message, unknown: error.flag };
    if (error instanceof UsageError) return { ok: false, message: error.message };
    throw error;
  }
  return { ok: true, values, files };
}

/** How an option is written: `-n` for one letter, else `--kebab-case`. */
export function flagOf(spec: Pick<OptionSpec, "name">): string {
  return spec.name.length === 1 ? `-${spec.name}` : `--${kebab(spec.name)}`;
}

/** The words that set `values` again: `["--field", "status", "-n", "10"]`. The inverse of {@link parseArgv}. */
export function toArgv(schema: OptionSchema, values: Readonly<Record<string, OptionValue>>): string[] {
  return schema.options.flatMap((spec) => {
    const value = values[spec.name];
    if (value === undefined) return [];
    if (typeof value === "boolean") return value ? [flagOf(spec)] : [`--no-${kebab(spec.name)}`];
    const all = Array.isArray(value) ? value : [value];
    return all.map((one) => `${flagOf(spec)}=${one}`);
  });
}

/** What a value may be, in words: `"an integer"`, `"requests" or "bytes"`. */
export function wanted(spec: OptionSpec): string {
  if (spec.choices) return spec.choices.map((choice) => JSON.stringify(choice)).join(" or ");
  const type = { string: "a text", number: "a number", integer: "an integer", boolean: "no value" }[
    spec.type
  ];
  return spec.least === undefined ? type : `${type} from ${spec.least}`;
}

function find(schema: OptionSchema, flag: string): { spec: OptionSpec; negated: boolean } {
  const name = flag.replace(/^--?/, "");
  for (const spec of schema.options) {
    const names = [spec.name, kebab(spec.name)];
    if (names.includes(name)) return { spec, negated: false };
    if (spec.type === "boolean" && names.some((one) => name === `no-${one}`)) return { spec, negated: true };
  }
  const known = schema.options.map(flagOf);
  const [near] = nearNames(flag, known);
  const help = known.length === 0 ? "it has no options" : `it has ${known.join(", ")}`;
  throw new UnknownOption(flag, `unknown option ${flag}: ${near ? `did you mean ${near}? ` : ""}${help}`);
}

function convert(spec: OptionSpec, flag: string, text: string): string | number {
  const number = spec.type === "number" || spec.type === "integer";
  const value = number && text.trim() !== "" ? Number(text) : text;
  if (number && (typeof value !== "number" || !Number.isFinite(value))) {
    throw new UsageError(`${flag} is ${JSON.stringify(text)}, and must be ${wanted(spec)}`);
  }
  if (spec.type === "integer" && !Number.isSafeInteger(value)) {
    throw new UsageError(`${flag} is ${JSON.stringify(text)}, and must be ${wanted(spec)}`);
  }
  if (typeof value === "number" && spec.least !== undefined && value < spec.least) {
    throw new UsageError(`${flag} is ${JSON.stringify(text)}, and must be ${wanted(spec)}`);
  }
  if (spec.choices && !spec.choices.includes(value)) {
    throw new UsageError(`${flag} is ${JSON.stringify(text)}, and must be ${wanted(spec)}`);
  }
  return value;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
