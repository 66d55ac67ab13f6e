import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import type { OptionSchema, OptionValue } from "../terms/option.ts";
import type { Reads } from "../terms/reads.ts";
import type { Shape } from "../terms/shape.ts";
import type { Capability } from "../terms/verdict.ts";
import { needsOf } from "./snippet-needs.ts";

/** A file as data: its content-addressed name and its text. */
export interface RunnerModule {
  readonly name: string;
  readonly text: string;
}

/**
 * The trusted module the engine starts with. It carries the snippet as a string: a snippet loaded as a file
 * by path could read any file through a static `import … with { type: "text" }`, one loaded from memory
 * cannot. `guest` is the absolute path of the guest library: texts with NUL between them, which the engine reads without
 * parsing them (`scripts/build-guest.ts`). The first of them starts, and loads others when it needs them. What snippets
 * know as "writ" is imported here where they import anything, because one from memory can import only modules that trusted
 * ones already loaded.
 */
export function runnerModule(options: {
  readonly guest: string;
  readonly name?: string;
  readonly javascript: string;
  readonly schema: OptionSchema;
  /** All fields where it is absent. */
  readonly reads?: Reads;
  readonly values?: Readonly<Record<string, OptionValue>>;
  readonly capabilities: readonly Capability[];
  readonly shape?: Shape;
  /** The script that parses YAML and TOML, for a run that reads one of them. */
  readonly documents?: string | undefined;
}): RunnerModule {
  const { guest, name, javascript, schema, reads, values, capabilities, shape, documents } = options;
  const needs = needsOf(javascript);
  const { temporal } = needs;
  const start = escapeLineTerminators(
    JSON.stringify({ name, javascript, schema, reads, values, capabilities, temporal, shape, documents }),
  );
  const from = JSON.stringify(pathToFileURL(guest).href);
  const text = `${needs.imports ? 'import "writ";' : ""}import guest from ${from} with{type:"text"};${BEGIN}\nawait start(${start});\n`;
  return { name: `${createHash("sha256").update(text).digest("hex").slice(0, 32)}.mjs`, text };
}

// deno_core's own door to the compiler: not what the flag against code from strings closes, and out of a snippet's reach.
const BEGIN = `const texts=guest.split("\\0"),run=Deno[Deno.internal].core.evalContext,made=run(texts[0],"file:///guest");if(made[1])throw made[1].thrown;const{start}=made[0](texts,run);`;

// JSON is a subset of JavaScript since ES2019; escaping keeps the file one line for any reader.
function escapeLineTerminators(json: string): string {
  return json.replace(/\u2028/g, "\\u2028").replace(/\u2029/g, "\\u2029");
}
