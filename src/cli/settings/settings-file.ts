import { parse, TomlError } from "smol-toml";
import { WritError } from "../../terms/failure.ts";
import { nearNames } from "../../terms/near.ts";
import { configPath, readConfigText } from "./config-text.ts";
import { SETTINGS, settingOf } from "./index.ts";
import { wrongValue } from "./setting.ts";
import { lineOfKey } from "./toml-lines.ts";

/** One setting as the file has it. `line` counts from 1, null where it could not be told. */
export interface FileSetting {
  readonly key: string;
  readonly value: string;
  readonly line: number | null;
}

/** The user's configuration file: its text, and what it sets. */
export interface SettingsFile {
  readonly path: string;
  readonly text: string;
  readonly settings: readonly FileSetting[];
  /** What cannot be used, in the order of the file. */
  readonly problems: readonly { readonly line: number | null; readonly problem: string }[];
}

/**
 * Read `config.toml` of the user's own configuration folder (never a project's: a cloned repository must not
 * choose the endpoint). No file is an empty one. Throws `configuration` where it cannot be read or is no TOML.
 */
export function readSettingsFile(folder: string): SettingsFile {
  const path = configPath(folder);
  const text = readConfigText(folder) ?? "";
  const entries = Object.entries(parseToml(path, text)).flatMap(([table, value]) =>
    isTable(value)
      ? Object.entries(value).map(([key, inner]) => ({ table, key, value: inner as unknown }))
      : [{ table: "", key: table, value: value as unknown }],
  );
  const read = entries.map(({ table, key, value }) => {
    const name = table === "" ? key : `${table}.${key}`;
    const line = lineOfKey(text, table, key);
    const problem = problemOf(name, value);
    return { line, key: name, value, problem: problem && `${name} ${problem}` };
  });
  return {
    path,
    text,
    settings: read.flatMap(({ key, value, line, problem }) =>
      problem === null ? [{ key, value: value as string, line }] : [],
    ),
    problems: read.flatMap(({ line, problem }) => (problem === null ? [] : [{ line, problem }])),
  };
}

/** The settings of a file in which every line can be used. Throws `configuration` naming file, line and key. */
export function usableSettings(file: SettingsFile): readonly FileSetting[] {
  const [first] = file.problems;
  if (first) throw broken(file.path, first.problem, first.line);
  return file.settings;
}

/** Throws `configuration` naming the line. */
export function parseToml(path: string, text: string): Record<string, unknown> {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const problem = error.message.split("\n")[0]!.replace(/^Invalid TOML document: /, "it is no TOML: ");
    throw broken(path, problem, error.line);
  }
}

function problemOf(name: string, value: unknown): string | null {
  const setting = settingOf(name);
  if (setting) {
    return typeof value === "string" ? setting.problem(value) : wrongValue(value, `"${setting.allowed}"`);
  }
  const [near] = nearNames(
    name,
    SETTINGS.map(({ key }) => key),
  );
  return `is no setting${near === undefined ? "; `writ config` lists them" : `; the nearest is ${near}`}`;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function broken(file: string, problem: string, line: number | null): WritError {
  return new WritError({ kind: "configuration", file, problem, ...(line === null ? {} : { line }) });
}
