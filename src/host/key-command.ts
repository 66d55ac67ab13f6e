import { spawn } from "node:child_process";

/** What a program that prints a key came to. `detail` may quote what it said on stderr, never what it printed. */
export type PrintedKey =
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "failed"; readonly detail: string };

/** A password manager may ask its user first. */
const WAIT_MS = 60_000;
const BYTES_MOST = 64 * 1024;
const SAID_CHARS_MOST = 200;
/** What can stand in an HTTP header and is no blank. */
const KEY = /^[\x21-\x7e]+$/;

/**
 * Start a program without a shell, so that nothing of its words is interpreted, and take its stdout as a key: one line
 * of it. It gets the user's environment, an empty stdin, and as long as a person needs to unlock something. It may do
 * whatever the user may: only the user's own configuration names it. Throws the signal's reason if aborted.
 */
export async function printedKey(
  [program, ...args]: readonly [string, ...string[]],
  { env, signal }: { readonly env: NodeJS.ProcessEnv; readonly signal: AbortSignal },
): Promise<PrintedKey> {
  signal.throwIfAborted();
  const timeout = AbortSignal.timeout(WAIT_MS);
  const child = spawn(program, args, {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    signal: AbortSignal.any([signal, timeout]),
    killSignal: "SIGKILL",
  });
  const printed = gather(child.stdout, () => child.kill("SIGKILL"));
  const said = gather(child.stderr, () => {});
  const ending = await new Promise<{ readonly code: number | null; readonly error: string | null }>(
    (resolve) => {
      child.on("error", (error: NodeJS.ErrnoException) =>
        resolve({ code: null, error: error.code ?? error.name }),
      );
      child.on("close", (code) => resolve({ code, error: null }));
    },
  );
  signal.throwIfAborted();
  if (timeout.aborted) return failed(`it did not end within ${WAIT_MS / 1000} s`);
  if (ending.error === "ENOENT") return failed(`there is no program ${JSON.stringify(program)}`);
  if (ending.error !== null) return failed(`it cannot be started (${ending.error})`);
  if (ending.code !== 0) return failed(`it ended with ${ending.code ?? "a signal"}${quoted(said())}`);
  const key = printed().trim();
  return KEY.test(key) ? { kind: "key", key } : failed("what it printed is no key: one line without blanks");
}

/** The text so far, of at most so many bytes; `onTooMuch` where there is more. */
function gather(stream: NodeJS.ReadableStream, onTooMuch: () => void): () => string {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= BYTES_MOST) chunks.push(chunk);
    else onTooMuch();
  });
  return () => Buffer.concat(chunks).toString();
}

function quoted(said: string): string {
  const line = said.trim().split("\n").at(-1) ?? "";
  return line === "" ? "" : `: ${line.slice(0, SAID_CHARS_MOST)}`;
}

function failed(detail: string): PrintedKey {
  return { kind: "failed", detail };
}
