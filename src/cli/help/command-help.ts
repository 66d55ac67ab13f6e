import { flagOf } from "../../terms/argv.ts";
import type { Compiled } from "../../terms/command.ts";
import type { OptionSpec } from "../../terms/option.ts";
import { visible, visibleLine } from "../../terms/visible.ts";
import { hanging } from "../faces/hanging.ts";

/**
 * `writ run NAME --help`, from the types and JSDoc of the snippet as they were approved. `columns`: where rows are broken,
 * between words.
 */
export function commandHelp(
  name: string,
  { schema, values }: Pick<Compiled, "schema" | "values">,
  columns = Number.POSITIVE_INFINITY,
): string {
  const rows = [...schema.options.map((spec) => optionRow(withKept(spec, values))), ...WRIT_ROWS];
  const width = Math.min(34, Math.max(...rows.map(([flag]) => flag.length)));
  const lines = rows.map(([flag, help]) =>
    flag.length > width
      ? `  ${flag}\n${hanging(" ".repeat(width + 4), help, columns)}`
      : hanging(`  ${flag.padEnd(width)}  `, help, columns),
  );
  const own = schema.options.length;
  const summary = visible(schema.summary || name).split("\n");
  return `${summary.map((line) => hanging("", line, columns)).join("\n")}

Usage: writ run ${name} ${own > 0 ? "[options] " : ""}[FILE…]

${own > 0 ? `Options:\n${lines.slice(0, own).join("\n")}\n\n` : ""}Of every command:\n${lines.slice(own).join("\n")}\n`;
}

const WRIT_ROWS: readonly (readonly [string, string])[] = [
  ["-o, --output FORM", "auto, lines, json, ndjson, csv, tsv, table, markdown, raw"],
  ["--from FORMAT", "the input's format, instead of detecting it"],
  ["--time, --cpu DURATION", "end the run after this much: 500ms, 10s, 5m"],
  ["--memory SIZE", "memory the run may use: 256M, 2G"],
  ["-h, --help", "show this help"],
];

/** The option as this command has it: what it was kept with is its default. */
function withKept(spec: OptionSpec, values: Compiled["values"]): OptionSpec {
  const value = values[spec.name];
  return value === undefined ? spec : { ...spec, default: value, required: false };
}

function optionRow(spec: OptionSpec): readonly [string, string] {
  const value =
    spec.type === "boolean" ? "" : ` ${spec.choices ? spec.choices.join("|") : spec.type.toUpperCase()}`;
  const notes = [
    ...(spec.array ? ["may be given several times"] : []),
    ...(spec.required ? ["required"] : []),
    ...(isTelling(spec.default) ? [`default ${JSON.stringify(spec.default)}`] : []),
  ];
  const help = [spec.help, notes.length > 0 ? `(${notes.join("; ")})` : ""].filter(Boolean).join(" ");
  return [`${flagOf(spec)}${spec.array ? `${value}…` : value}`, visibleLine(help)];
}

function isTelling(value: OptionSpec["default"]): boolean {
  return (
    value !== undefined && value !== false && value !== "" && !(Array.isArray(value) && value.length === 0)
  );
}
