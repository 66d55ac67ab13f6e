import type { OutputName } from "../../terms/format.ts";
import type { Level } from "../../terms/level.ts";
import { readConfigText } from "./config-text.ts";
import { PRICES } from "./setting.ts";

/** The user's own settings. Absent fields are unset. */
export interface Config {
  readonly model?: string;
  readonly base_url?: string;
  readonly preset?: string;
  /** The environment variable that holds the key. */
  readonly key_env?: string;
  /** A program that prints the key, with its arguments. */
  readonly key_command?: string;
  /** Numbers, and a word: how the model is to answer. */
  readonly temperature?: string;
  readonly seed?: string;
  readonly reasoning_effort?: string;
  /** The most that one directive may take, where no flag says so. */
  readonly max_tokens?: string;
  readonly max_cost?: string;
  /** By model: US dollars per million tokens, as `terms/price.ts` reads them. */
  readonly prices?: Readonly<Record<string, string>>;
  /** Durations, and a number: how long a model is waited for and how often it is asked. */
  readonly wait_first?: string;
  readonly wait_next?: string;
  readonly wait_total?: string;
  readonly attempts?: string;
  /** The weakest sandbox that runs may have. */
  readonly required?: Level;
  /** On macOS: the profile that nobody tested, accepted. */
  readonly macos?: "untested-profile";
  readonly output?: OutputName;
  readonly color?: "auto" | "none";
}

/** Where each field stands in `config.toml`; what a value may be is said by its row in `settings/index.ts`. */
const FIELDS: { readonly [K in Exclude<keyof Required<Config>, "prices">]: string } = {
  model: "model.name",
  base_url: "model.base_url",
  preset: "model.preset",
  key_env: "model.key_env",
  key_command: "model.key_command",
  temperature: "model.temperature",
  seed: "model.seed",
  reasoning_effort: "model.reasoning_effort",
  max_tokens: "model.max_tokens",
  max_cost: "model.max_cost",
  wait_first: "model.wait_first",
  wait_next: "model.wait_next",
  wait_total: "model.wait_total",
  attempts: "model.attempts",
  required: "sandbox.required",
  macos: "sandbox.macos",
  output: "output.form",
  color: "terminal.color",
};

/**
 * Read `config.toml` of the user's own configuration folder. No file is no settings; one that cannot be read
 * or understood stops. Throws `configuration` naming file, line and key.
 */
export async function readConfig(folder: string): Promise<Config> {
  if (readConfigText(folder) === null) return {};
  const { readSettingsFile, usableSettings } = await import("./settings-file.ts");
  const set = new Map(usableSettings(readSettingsFile(folder)).map(({ key, value }) => [key, value]));
  const prices = [...set].flatMap(([key, value]) =>
    key.startsWith(PRICES) ? [[key.slice(PRICES.length), value] as const] : [],
  );
  // Each value was held against its row, which allows what the field's type says.
  return {
    ...(Object.fromEntries(
      Object.entries(FIELDS).flatMap(([field, key]) => (set.has(key) ? [[field, set.get(key)]] : [])),
    ) as Config),
    ...(prices.length > 0 ? { prices: Object.fromEntries(prices) } : {}),
  };
}

/**
 * `[sandbox]` alone. A kept command asks for nothing else, and a file that cannot speak of it (TOML
 * may spell a key with escapes) is not parsed for it.
 */
export async function readSandboxSettings(folder: string): Promise<Pick<Config, "required" | "macos">> {
  return readIfNamed(folder, /sandbox|\\/);
}

/** `[output] form` alone, under the same rule. */
export async function readOutput(folder: string): Promise<OutputName | undefined> {
  return (await readIfNamed(folder, /output|\\/)).output;
}

async function readIfNamed(folder: string, named: RegExp): Promise<Config> {
  const text = readConfigText(folder);
  return text !== null && named.test(text) ? readConfig(folder) : {};
}
