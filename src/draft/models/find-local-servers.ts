import { listModels } from "./list-models.ts";
import { MODEL_PRESETS, type ModelPreset } from "./presets.ts";
import { isLoopback } from "./resolve-endpoint.ts";

/** A server of models that answers on this machine. */
export interface LocalServer {
  readonly preset: string;
  readonly host: string;
  readonly models: readonly string[];
}

/** A server that is there answers its list at once. */
const ANSWER_MS = 1000;

/**
 * The presets' servers on this machine that list a model, asked at their usual ports all at once. Nothing is sent but
 * the question. What listens there may be anything: its word is all that is known. Throws the signal's reason if
 * aborted.
 */
export async function findLocalServers(
  signal: AbortSignal,
  presets: readonly ModelPreset[] = MODEL_PRESETS,
): Promise<readonly LocalServer[]> {
  const local = presets.filter(({ baseURL }) => isLoopback(new URL(baseURL)));
  const found = await Promise.all(local.map((preset) => look(preset, signal)));
  return found.flatMap((one) => one ?? []);
}

async function look({ name, baseURL }: ModelPreset, signal: AbortSignal): Promise<LocalServer | null> {
  const { host } = new URL(baseURL);
  const endpoint = { baseURL, apiKey: null, model: "", host, loopback: true };
  const listed = await listModels(endpoint, { signal, waitMs: ANSWER_MS });
  if (listed.kind !== "listed" || listed.models.length === 0) return null;
  return { preset: name, host, models: listed.models };
}
