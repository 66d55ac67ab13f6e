import type { Endpoint } from "../../draft/models/resolve-endpoint.ts";
import type { Context } from "../context.ts";

/** The model that the flags, the environment and the user's configuration name, or null. */
export async function findEndpoint(asked: {
  readonly flags: { readonly model?: string };
  readonly context: Context;
}): Promise<Endpoint | null> {
  const { resolveEndpoint } = await import("../../draft/models/resolve-endpoint.ts");
  const { flags, context } = asked;
  return resolveEndpoint({ env: context.env, config: await context.config(), model: flags.model });
}
