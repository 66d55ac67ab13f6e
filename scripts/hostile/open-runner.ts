import { createHash } from "node:crypto";
import type { RunnerModule } from "../../src/run/runner-module.ts";

/**
 * A runner that removes nothing: the snippet has the engine's own names, and only permissions, flags and the
 * kernel stand in its way. What holds here holds when the trusted runner is broken.
 */
export function openRunner(javascript: string): RunnerModule {
  const text = `const url = URL.createObjectURL(new Blob([${JSON.stringify(javascript)}], { type: "text/javascript" }));
const say = (value) => Deno.stdout.writeSync(new TextEncoder().encode((typeof value === "string" ? value : JSON.stringify(value)) + "\\n"));
try {
  const { default: snippet } = await import(url);
  const value = await snippet(undefined, {});
  if (typeof value === "object" && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value)) {
    for await (const item of value) say(item);
  } else if (value !== undefined) say(value);
  Deno.exit(0);
} catch (error) {
  console.error(String(error));
  Deno.exit(1);
}
`;
  return { name: `${createHash("sha256").update(text).digest("hex").slice(0, 32)}.mjs`, text };
}
