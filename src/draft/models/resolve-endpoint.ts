import { WritError } from "../../terms/failure.ts";
import { findPreset, MODEL_PRESETS } from "./presets.ts";

/** Where a model is asked, and as whom. `host` is what people are shown: it never holds a key. */
export interface Endpoint {
  readonly baseURL: string;
  readonly apiKey: string | null;
  readonly model: string;
  /** Host and port, `api.openai.com` or `127.0.0.1:11434`. */
  readonly host: string;
  /** Whether what is sent stays on this machine. */
  readonly loopback: boolean;
}

/** What decides the endpoint. `model` is from the command line; `config` from the user's own configuration. */
export interface EndpointSettings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly config: {
    readonly model?: string | undefined;
    readonly base_url?: string | undefined;
    readonly preset?: string | undefined;
    /** The environment variable that holds the key; OPENAI_API_KEY where it is not set. */
    readonly key_env?: string | undefined;
    /** The key comes from a program, later: no variable is looked at, also not one meant for another service. */
    readonly key_command?: string | undefined;
  };
  readonly model?: string | undefined;
}

/**
 * The endpoint that the command line, the environment and the configuration name, in this order; an address
 * wins over a preset. `null`: nothing is configured. Pure.
 *
 * @throws WritError `usage` where the address, the preset or the model is missing or wrong, `no-key` where
 * the service is known to answer nobody without one.
 */
export function resolveEndpoint({ env, config, model }: EndpointSettings): Endpoint | null {
  const variable = config.key_env ?? "OPENAI_API_KEY";
  const comesLater = config.key_command !== undefined;
  const key = comesLater ? undefined : text(env[variable]);
  const chosen = text(model) ?? text(env.WRIT_MODEL) ?? text(config.model);
  const address = text(env.OPENAI_BASE_URL) ?? text(config.base_url) ?? presetAddress(text(config.preset));
  // A key alone is no choice of a model: people export it for other programs.
  if (!chosen && !address) return null;
  const url = parseAddress(address ?? MODEL_PRESETS[0]!.baseURL);
  if (!chosen)
    throw usage(`no model is chosen for ${url.host}`, "name one with -m MODEL or export WRIT_MODEL=MODEL");
  if (!key && !comesLater && needsKey(url)) throw new WritError({ kind: "no-key", host: url.host, variable });
  const baseURL = url.href.replace(/\/+$/, "");
  return { baseURL, apiKey: key ?? null, model: chosen, host: url.host, loopback: isLoopback(url) };
}

/** Whether a host is this machine by its name alone; nothing is looked up. */
export function isLoopback(url: URL): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

function presetAddress(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const preset = findPreset(name);
  const names = MODEL_PRESETS.map((one) => one.name).join(", ");
  if (!preset)
    throw usage(`there is no model preset ${JSON.stringify(name)}`, `set preset to one of ${names}`);
  return preset.baseURL;
}

function parseAddress(address: string): URL {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) {
    const shown = url?.password ? "not a web address" : JSON.stringify(address);
    throw usage(`the model's address is ${shown}`, "give it as http(s)://HOST[:PORT]/v1 in OPENAI_BASE_URL");
  }
  if (url.username || url.password) {
    throw usage(
      `the model's address for ${url.host} holds a user name or password`,
      "put the key in OPENAI_API_KEY",
    );
  }
  return url;
}

function needsKey(url: URL): boolean {
  return MODEL_PRESETS.some((preset) => preset.needsKey && new URL(preset.baseURL).host === url.host);
}

function text(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === "" ? undefined : trimmed;
}

function usage(problem: string, help: string): WritError {
  return new WritError({ kind: "usage", problem, help });
}
