import type { Context } from "../context.ts";

/**
 * The environment as the interface takes its colours from it: `[terminal] color = "none"` counts like NO_COLOR,
 * unless one of the variables speaks for itself.
 */
export async function displayEnv(context: Context): Promise<NodeJS.ProcessEnv> {
  const { env } = context;
  if (env.NO_COLOR || env.FORCE_COLOR) return env;
  return (await context.config()).color === "none" ? { ...env, NO_COLOR: "1" } : env;
}
