import { MODEL_PRESETS } from "../../draft/models/presets.ts";
import { DEFAULT_PATIENCE } from "../../draft/models/stream-reply.ts";
import { OUTPUTS } from "../../terms/format.ts";
import { LEVELS } from "../../terms/level.ts";
import { parseDurationMs } from "../../terms/limit.ts";
import { splitWords } from "../../terms/split-words.ts";
import { LIMIT_FLAGS } from "../arguments/limit-flag-rows.ts";
import { ANSWER_SETTINGS, priceSetting } from "./answer-settings.ts";
import { oneOf, PRICES, type Setting, wrongValue } from "./setting.ts";

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

const DURATION: Pick<Setting, "allowed" | "problem"> = {
  allowed: "a duration from 1ms to 24h such as 10s or 5m",
  problem(value) {
    const ms = parseDurationMs(value);
    return typeof ms === "string" ? ms : null;
  },
};

/** Everything that `config.toml` may say, in the order of `writ config`. */
export const SETTINGS: readonly Setting[] = [
  {
    key: "model.name",
    summary: "the model to ask",
    allowed: "the name of a model at the endpoint",
    problem: (value) =>
      value.trim() === "" ? wrongValue(value, "the name of a model at the endpoint") : null,
    environment: "WRIT_MODEL",
    initial: null,
  },
  {
    key: "model.base_url",
    summary: "the endpoint: any that speaks OpenAI's protocol",
    allowed: "a web address such as http://127.0.0.1:11434/v1, without a key in it",
    problem: addressProblem,
    environment: "OPENAI_BASE_URL",
    initial: null,
  },
  {
    key: "model.preset",
    summary: "an endpoint by name; base_url wins over it",
    ...oneOf(MODEL_PRESETS.map(({ name }) => name)),
    environment: null,
    initial: null,
  },
  {
    key: "model.key_env",
    summary: "the environment variable that holds the key; keys are never written to a file",
    allowed: "the name of an environment variable",
    problem: (value) =>
      VARIABLE.test(value) ? null : "must be the name of an environment variable, not a key itself",
    environment: null,
    initial: "OPENAI_API_KEY",
  },
  {
    key: "model.key_command",
    summary:
      "a program that prints the key, with its arguments, in place of the variable; started without a shell",
    allowed: 'a program and its arguments, such as "pass show openai"',
    problem: (value) =>
      splitWords(value).length > 0 ? null : wrongValue(value, "a program and its arguments"),
    environment: null,
    initial: null,
  },
  ...ANSWER_SETTINGS,
  {
    key: "model.wait_first",
    summary: "how long the first piece of a reply is waited for",
    ...DURATION,
    environment: null,
    initial: seconds(DEFAULT_PATIENCE.firstMs),
  },
  {
    key: "model.wait_next",
    summary: "how long each next piece of a reply is waited for",
    ...DURATION,
    environment: null,
    initial: seconds(DEFAULT_PATIENCE.nextMs),
  },
  {
    key: "model.wait_total",
    summary: "how long a whole reply is waited for",
    ...DURATION,
    environment: null,
    initial: seconds(DEFAULT_PATIENCE.totalMs),
  },
  {
    key: "model.attempts",
    summary: "how often a request is made where the server is busy or fails",
    ...oneOf(["1", "2", "3", "4", "5", "6", "7", "8"]),
    environment: null,
    initial: String(DEFAULT_PATIENCE.attemptsMost),
  },
  {
    key: "output.form",
    summary: "how results are rendered where -o is not given",
    ...oneOf(OUTPUTS),
    environment: null,
    initial: "auto",
  },
  {
    key: "terminal.color",
    summary: "colours on the terminal; NO_COLOR and FORCE_COLOR win",
    ...oneOf(["auto", "none"]),
    environment: null,
    initial: "auto",
  },
  {
    key: "sandbox.required",
    summary: "the weakest sandbox that anything may run in",
    ...oneOf(LEVELS.toReversed()),
    environment: null,
    initial: "strong",
    warning: (value) =>
      value === "engine-only"
        ? "with engine-only, code runs behind the engine's own permissions alone: nothing of the kernel stops it"
        : null,
  },
  {
    key: "sandbox.macos",
    summary:
      "on macOS: accept a profile that nobody tested on a Mac, as level namespace, where a probe finds that it holds",
    ...oneOf(["untested-profile"]),
    environment: null,
    initial: null,
  },
  ...LIMIT_FLAGS.map(
    ({ key, flag, allowed, parse }): Setting => ({
      key,
      summary: `the most that ${flag} may say`,
      allowed,
      problem(value) {
        const read = parse(value);
        return typeof read === "string" ? read : null;
      },
      environment: null,
      initial: null,
    }),
  ),
];

/** The row of a key; undefined where there is none. */
export function settingOf(key: string): Setting | undefined {
  if (key.startsWith(PRICES) && key.length > PRICES.length) return priceSetting(key);
  return SETTINGS.find((setting) => setting.key === key);
}

function addressProblem(value: string): string | null {
  const url = URL.parse(value);
  const allowed = "a web address such as http://127.0.0.1:11434/v1";
  if (url?.username || url?.password) return "holds a user name or password: put the key in the environment";
  return url && /^https?:$/.test(url.protocol) ? null : wrongValue(value, allowed);
}

function seconds(ms: number): string {
  return `${ms / 1000}s`;
}
