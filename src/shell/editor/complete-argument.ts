import { flagOf, wanted } from "../../terms/argv.ts";
import type { OptionSchema, OptionSpec } from "../../terms/option.ts";
import type { Choice } from "./state.ts";

/** What may stand for `word` on the command line of a command, after `before`: an option or an option's value. */
export function argumentChoices(
  schema: OptionSchema,
  before: readonly string[],
  word: string,
): readonly Choice[] {
  if (before.includes("--")) return [];
  const equals = word.indexOf("=");
  if (equals !== -1) {
    const flag = word.slice(0, equals);
    return valueChoices(specOf(schema, flag)).map((one) => ({ ...one, text: `${flag}=${one.text}` }));
  }
  const awaiting = specOf(schema, before.at(-1) ?? "");
  if (awaiting !== null && awaiting.type !== "boolean") return valueChoices(awaiting);
  const given = before.map((one) => specOf(schema, one.split("=")[0]!));
  return schema.options.filter((spec) => spec.array || !given.includes(spec)).map(flagChoice);
}

function specOf({ options }: OptionSchema, flag: string): OptionSpec | null {
  return options.find((spec) => flag === spellingOf(spec) || flag === flagOf(spec)) ?? null;
}

/** A flag that is on unless it is switched off is of use only as `--no-flag`. */
function spellingOf(spec: OptionSpec): string {
  return spec.type === "boolean" && spec.default === true
    ? `--no-${flagOf(spec).replace(/^-+/, "")}`
    : flagOf(spec);
}

function flagChoice(spec: OptionSpec): Choice {
  const [help = ""] = spec.help.split("\n");
  const value = spec.type === "boolean" ? "" : wanted(spec);
  return {
    text: spellingOf(spec),
    label: spellingOf(spec),
    isWhole: true,
    detail: [help, value].filter((one) => one !== "").join(": "),
  };
}

function valueChoices(spec: OptionSpec | null): readonly Choice[] {
  return (spec?.choices ?? []).map((choice) => {
    const text = String(choice);
    return {
      text: /[\s"'\\]/.test(text) ? JSON.stringify(text) : text,
      label: text,
      isWhole: true,
      detail: "",
    };
  });
}
