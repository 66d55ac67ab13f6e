import { stripTypeScriptTypes } from "node:module";

/**
 * What became of the types: the JavaScript of the same length, lines and columns; or why there is none.
 * `unerasable` is TypeScript that stands for code of its own (enums), `invalid` is what does not parse.
 */
export type Stripped =
  | { readonly kind: "javascript"; readonly text: string }
  | { readonly kind: "unerasable" | "invalid"; readonly message: string };

/**
 * Blank the types in place, with the stripper that is part of Node. A text nested hundreds deep overflows it
 * and leaves it broken for the life of the process: look at the depth first.
 */
export function stripTypes(source: string): Stripped {
  try {
    const text = quietly(() => stripTypeScriptTypes(source, { mode: "strip" }));
    if (text.length === source.length) return { kind: "javascript", text };
    return { kind: "invalid", message: "its types cannot be blanked in place" };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = "code" in error ? error.code : undefined;
    if (code === "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX") return { kind: "unerasable", message: error.message };
    if (code === "ERR_INVALID_TYPESCRIPT_SYNTAX") return { kind: "invalid", message: error.message };
    // How Node reports that the stripper itself broke down.
    if (code === "ERR_INTERNAL_ASSERTION")
      return { kind: "invalid", message: "the type stripper gave up on it" };
    throw error;
  }
}

// Node says once that the function is experimental. That is for whoever chose it, not for a user's terminal.
function quietly<T>(act: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: []) => {
    if (!String(warning).startsWith("stripTypeScriptTypes ")) emitWarning.call(process, warning, ...rest);
  }) as typeof emitWarning;
  try {
    return act();
  } finally {
    process.emitWarning = emitWarning;
  }
}
