import { createRedactor } from "../../sample/redact/create-redactor.ts";
import { findKnownSecrets } from "../../sample/redact/known-secrets.ts";
import type { Example } from "../../terms/example.ts";

/** Examples as a model is sent them: the same secret by the same placeholder in what goes in and what comes out. */
export async function redactExamples(examples: readonly Example[]): Promise<readonly Example[]> {
  if (examples.length === 0) return [];
  const redactor = createRedactor({ known: await findKnownSecrets(JSON.stringify(examples)) });
  const { text, value } = redactor;
  return examples.map(({ args, in: input, out, like, error, ...rest }) => ({
    ...rest,
    ...(args === undefined ? {} : { args: args.map(text) }),
    ...(input === undefined ? {} : { in: text(input) }),
    ...(out === undefined ? {} : { out: text(out) }),
    ...(like === undefined ? {} : { like: value(like) }),
    ...(error === undefined ? {} : { error: text(error) }),
  }));
}
