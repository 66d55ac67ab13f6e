import { statusOf } from "./client-error.ts";
import type { ReplyRequest } from "./stream-reply.ts";

/** Fields of a request that some models and servers do not take, by their names in the protocol. */
export interface OptionalFields {
  readonly sent: Readonly<Record<string, unknown>>;
  /** Whether the other name of a field was tried already. */
  readonly isRenamed: boolean;
}

/** The two names for the most that a model may write: the newer one, and the one that most other servers know. */
const NEWER = "max_completion_tokens";
const OLDER = "max_tokens";
const OTHER_NAME: Readonly<Record<string, string>> = { [NEWER]: OLDER, [OLDER]: NEWER };
const KNOWS_NEWER = "api.openai.com";

export function optionalFields({ endpoint, parameters = {} }: ReplyRequest): OptionalFields {
  const { temperature, seed, reasoningEffort, outputTokensMost } = parameters;
  const fields = {
    stream_options: { include_usage: true },
    temperature,
    seed,
    reasoning_effort: reasoningEffort,
    [endpoint.host === KNOWS_NEWER ? NEWER : OLDER]: outputTokensMost,
  };
  const sent = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { sent, isRenamed: false };
}

/**
 * The fields for one more request where the server refused some of these by name (400 or 422): without them, or with
 * the other name of the same. Null where it named none: then asking again is no use. Each call has fewer, or one
 * under its other name, which is tried once.
 */
export function withoutRefused(
  error: unknown,
  { sent, isRenamed }: OptionalFields,
): { readonly fields: OptionalFields; readonly reason: string } | null {
  if (![400, 422].includes(statusOf(error) ?? 0)) return null;
  const said = `${paramOf(error)} ${(error as Error).message}`;
  const refused = Object.keys(sent).filter((name) => new RegExp(`\\b${name}\\b`).test(said));
  if (refused.length === 0) return null;
  const kept = Object.entries(sent).filter(([name]) => !refused.includes(name));
  const renamed = isRenamed
    ? []
    : refused.flatMap((name) => (name in OTHER_NAME ? [[OTHER_NAME[name]!, sent[name]] as const] : []));
  return {
    fields: {
      sent: Object.fromEntries([...kept, ...renamed]),
      isRenamed: isRenamed || renamed.length > 0,
    },
    reason: `the model does not take ${refused.join(" and ")}`,
  };
}

/** The protocol's own word for what was wrong. */
function paramOf(error: unknown): string {
  const { param } = Object(error) as { readonly param?: unknown };
  return typeof param === "string" ? param : "";
}
