import type { LocalModel } from "../../terms/failure.ts";

/** A model's name that can be typed as it stands between single quotes. */
const TYPEABLE = /^[\x21-\x26\x28-\x7e]{1,200}$/;

/** The first model that a server on this machine offers at a usual port; undefined where none answers. */
export async function localModel(signal: AbortSignal): Promise<LocalModel | undefined> {
  const { findLocalServers } = await import("../../draft/models/find-local-servers.ts");
  for (const { preset, host, models } of await findLocalServers(signal)) {
    const model = models.find((name) => TYPEABLE.test(name));
    if (model !== undefined) return { preset, host, model };
  }
  return undefined;
}
