import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type OnTerminal, runOnTerminal } from "./on-terminal.ts";

/** How paging ended. Leaving early, with most of it unread, is `paged` too. */
export type Paged = { readonly kind: "paged" } | { readonly kind: "failed"; readonly detail: string };

/**
 * Show a text in the user's pager (PAGER, or `less -R`) on the controlling terminal, which nobody else may
 * read meanwhile. Pieces are asked for as the pager takes them; when it is left, the source is returned from.
 * The pager may act on escape sequences: whoever gives the source makes them visible first.
 */
export async function page(options: {
  readonly source: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}): Promise<Paged> {
  const { source, env, signal } = options;
  const command = env.PAGER || "less -R";
  const ending = await runOnTerminal({
    command,
    args: [],
    env,
    feed: (stdin) => pipeline(Readable.from(source, { objectMode: false }), stdin).catch(ignoreClosed),
    ...(signal && { signal }),
  });
  return paged(command, ending);
}

function ignoreClosed(error: NodeJS.ErrnoException): void {
  const isClosed = ["EPIPE", "ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE"].includes(error.code ?? "");
  if (!isClosed) throw error;
}

// Any other code is the pager's own business: less ends with 2 on Ctrl-C in some versions, `cat` with 0.
function paged(command: string, ending: OnTerminal): Paged {
  if (ending.kind === "failed") return ending;
  if (ending.exitCode !== 127) return { kind: "paged" };
  return { kind: "failed", detail: `there is no pager "${command}": set PAGER to one that is there` };
}
