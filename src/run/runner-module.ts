import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import type { OptionSchema, OptionValue } from "../terms/option.ts";
import type { Reads } from "../terms/reads.ts";
import type { Shape } from "../terms/shape.ts";
import type { Capability } from "../terms/verdict.ts";

/** A file as data: its content-addressed name and its text. */
export interface RunnerModule {
  readonly name: string;
  readonly text: string;
}

/**
 * The trusted module the engine starts with. It carries the snippet as a string: a snippet loaded as a file
 * by path could read any file through a static `import … with { type: "text" }`, one loaded from memory
 * cannot. `guest` is the absolute path of the guest library.
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
  const start = escapeLineTerminators(
    JSON.stringify({ name, javascript, schema, reads, values, capabilities, shape, documents }),
  );
  const text = `import { start } from ${JSON.stringify(pathToFileURL(guest).href)};\nawait start(${start});\n`;
  return { name: `${createHash("sha256").update(text).digest("hex").slice(0, 32)}.mjs`, text };
}

// JSON is a subset of JavaScript since ES2019; escaping keeps the file one line for any reader.
function escapeLineTerminators(json: string): string {
  return json.replace(/\u2028/g, "\\u2028").replace(/\u2029/g, "\\u2029");
}
