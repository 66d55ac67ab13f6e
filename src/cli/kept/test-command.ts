import { loadExamples } from "../../keep/example-files.ts";
import { readCommand } from "../../keep/library.ts";
import { commandPaths } from "../../keep/locate-command.ts";
import type { Located } from "../../keep/revoke-approvals.ts";
import type { StoredCommand } from "../../terms/command.ts";
import { WritError } from "../../terms/failure.ts";
import { wordFailure } from "../../terms/failure-catalogue.ts";
import type { ExampleResult } from "../../terms/judge-example.ts";
import type { Context } from "../context.ts";
import { runExamples } from "../drafting/examples-stage.ts";
import { whyNotSealed } from "../drafting/why-not-sealed.ts";
import { sandboxLevel } from "../sandbox/sandbox-level.ts";
import { approvedNow } from "./approved-now.ts";

/** What came of a command's examples. `asks-for-more`: it has to be left out; the other reasons are the user's to mend. */
export type Tested = Located &
  (
    | { readonly kind: "tested"; readonly results: readonly ExampleResult[] }
    | {
        readonly kind: "not-run";
        readonly because: "not-approved" | "sandbox" | "asks-for-more";
        readonly why: string;
      }
    | { readonly kind: "broken"; readonly why: string }
  );

/** Run a command's examples, each sealed. What nobody approved here is not run. */
export async function testCommand(located: Located, context: Context): Promise<Tested> {
  try {
    const { origin, folder, name } = located;
    return await testStored(located, readCommand(origin, folder, name), context);
  } catch (error) {
    if (!(error instanceof WritError) || error.failure.kind === "interrupted") throw error;
    return { ...located, kind: "broken", why: wordFailure(error.failure).title };
  }
}

/** {@link testCommand} for one whose files were read. Throws `input-missing` for an example's own file. */
export async function testStored(
  located: Located,
  command: StoredCommand,
  context: Context,
): Promise<Tested> {
  const { examples: folder } = commandPaths(located.folder, located.name);
  const examples = loadExamples(folder, command.head.examples);
  if (examples.length === 0) return { ...located, kind: "tested", results: [] };
  const compiled = await approvedNow(located, command, context);
  if (compiled === null) {
    const why = `it is not approved here: writ approve ${located.name}`;
    return { ...located, kind: "not-run", because: "not-approved", why };
  }
  const why = whyNotSealed(compiled.capabilities, await sandboxLevel(context));
  if (why !== null) {
    const because = compiled.capabilities.length > 0 ? "asks-for-more" : "sandbox";
    return { ...located, kind: "not-run", because, why };
  }
  const code = {
    code: compiled,
    values: compiled.values,
    ...(compiled.reading ? { reading: compiled.reading } : {}),
  };
  return { ...located, kind: "tested", results: await runExamples(code, examples, context) };
}
