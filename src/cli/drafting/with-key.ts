import type { Endpoint } from "../../draft/models/resolve-endpoint.ts";
import { WritError } from "../../terms/failure.ts";
import { splitWords } from "../../terms/split-words.ts";
import type { Context } from "../context.ts";

/** Asked for once, however many directives a shell has: a password manager may ask its user each time. */
const known = new Map<string, string>();

/**
 * The endpoint with the key that `model.key_command` prints, where that is set: called when a request is about to be
 * made, and not before. Throws `key-command-failed`; the signal's reason if aborted.
 */
export async function withKey(endpoint: Endpoint, { config, env, signal }: Context): Promise<Endpoint> {
  const { key_command: command } = await config();
  if (command === undefined) return endpoint;
  const apiKey = known.get(command) ?? (await ask(command, { env, signal }));
  known.set(command, apiKey);
  return { ...endpoint, apiKey };
}

async function ask(command: string, how: Pick<Context, "env" | "signal">): Promise<string> {
  const [{ printedKey }, { scrub }] = await Promise.all([
    import("../../host/key-command.ts"),
    import("../../draft/models/scrub.ts"),
  ]);
  const words = splitWords(command).map(({ text }) => text);
  const printed = await printedKey(words as [string, ...string[]], how);
  if (printed.kind === "key") return printed.key;
  const detail = scrub(printed.detail, { key: null, prompt: "" });
  throw new WritError({ kind: "key-command-failed", detail });
}
