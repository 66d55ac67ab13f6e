import { findLocalServers } from "../../draft/models/find-local-servers.ts";
import { type Listed, listModels } from "../../draft/models/list-models.ts";
import { findPreset } from "../../draft/models/presets.ts";
import { type Endpoint, resolveEndpoint } from "../../draft/models/resolve-endpoint.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { WritError } from "../../terms/failure.ts";
import { nearNames } from "../../terms/near.ts";
import { visibleLine } from "../../terms/visible.ts";
import type { Context } from "../context.ts";
import { withKey } from "../drafting/with-key.ts";
import { print, tell } from "../faces/print.ts";
import { changeSettings } from "./change-settings.ts";
import { wordLocalServer } from "./word-local-server.ts";

/** Stands for a model where none is chosen yet: the endpoint is all that is asked about. */
const NOT_CHOSEN = "(not chosen)";
const NAMES_MOST = 12;

/**
 * `writ config model [NAME | PRESET]`: set it, then ask the endpoint for its models and say what that found. What was
 * set stays set; the exit code is 4 where a directive would not get its answer.
 */
export async function chooseModel(word: string | undefined, context: Context): Promise<ExitCode> {
  if (word !== undefined) set(word, context);
  const endpoint = await configured(context);
  if (endpoint === null) return offerLocal(context.signal);
  const listed = await listModels(await withKey(endpoint, context), { signal: context.signal });
  return say(endpoint, listed);
}

function set(word: string, { places, env }: Context): void {
  const preset = findPreset(word);
  const key = preset ? "model.preset" : "model.name";
  const value = preset?.name ?? word.trim();
  if (value === "") throw new WritError({ kind: "usage", problem: "the name of the model is empty" });
  const { path } = changeSettings(places.config, { key, value })!;
  tell(visibleLine(`${key} = ${JSON.stringify(value)} is in ${path}`));
  if (preset && changeSettings(places.config, { key: "model.base_url", value: null }) !== null) {
    tell("  model.base_url is out of it, for that would win");
  }
  const variable = preset ? "OPENAI_BASE_URL" : "WRIT_MODEL";
  if (env[variable]?.trim()) tell(`  ${variable} is set, and wins over it`);
}

/** Null where neither a model nor an address is. */
async function configured({ env, config: read }: Context): Promise<Endpoint | null> {
  const config = await read();
  const said = [env.WRIT_MODEL, env.OPENAI_BASE_URL, config.model, config.base_url, config.preset];
  if (!said.some((word) => word?.trim())) return null;
  return resolveEndpoint({ env, config: { ...config, model: config.model ?? NOT_CHOSEN } });
}

async function say({ model, host }: Endpoint, listed: Listed): Promise<ExitCode> {
  if (listed.kind === "failed") throw new WritError(listed.failure);
  if (listed.kind === "no-list") {
    await print(
      `${host} answers, and does not list its models: the first directive will show whether it has yours\n`,
    );
    return EXIT.done;
  }
  const { models } = listed;
  if (models.includes(model)) {
    await print(`${visibleLine(model)} is at ${host}, among ${models.length}\n`);
    return EXIT.done;
  }
  const near = nearNames(model, models);
  const others = models.filter((one) => !near.includes(one)).sort();
  const names = [...near, ...others].slice(0, NAMES_MOST).map(visibleLine).join(", ");
  const more = models.length > NAMES_MOST ? ` and ${models.length - NAMES_MOST} more` : "";
  const has = models.length === 0 ? "it lists none" : `it has ${names}${more}`;
  await print(
    model === NOT_CHOSEN
      ? `${host} answers, and no model is chosen; ${has}\n  choose one: writ config model NAME\n`
      : `${host} answers, and has no model ${JSON.stringify(visibleLine(model))}; ${has}\n  choose one: writ config model NAME\n`,
  );
  return EXIT.model;
}

async function offerLocal(signal: AbortSignal): Promise<ExitCode> {
  const servers = await findLocalServers(signal);
  const lines = servers.flatMap(wordLocalServer);
  await print(
    lines.length === 0
      ? "no model is configured, and none of the usual servers answers on this machine\n  name one: writ config model PRESET (openai, openrouter, ollama, lmstudio, llama.cpp, vllm), then writ config model NAME\n"
      : `no model is configured\n${lines.map((line) => `  ${line}\n`).join("")}`,
  );
  return EXIT.model;
}
