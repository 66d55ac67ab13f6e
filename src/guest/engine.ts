/** What the runner keeps of the engine once the rest is out of reach. */
export interface Engine {
  readonly args: readonly string[];
  /** Blocks. How many bytes came, null at the end. */
  readonly readStdin: (into: Uint8Array) => number | null;
  readonly open: (path: string) => (into: Uint8Array) => number | null;
  /** Opens a file that is there, and empties it. A write may take less than it was given. */
  readonly openToWrite: (path: string) => (bytes: Uint8Array) => number;
  /** A variable of the environment. Throws where it was not granted. */
  readonly variable: (name: string) => string | undefined;
  /** May write less than it was given. */
  readonly writeOut: (bytes: Uint8Array) => number;
  readonly writeError: (bytes: Uint8Array) => number;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  readonly exit: (code: number) => never;
  /** What a script of ours evaluates to. The engine's own door to the compiler: see scripts/build-guest.ts. */
  readonly evaluate: (script: string) => unknown;
  /** Nobody reads the output any more: a pipe says broken, the socket pair of a parent process says reset. */
  readonly isOutputClosed: (error: unknown) => boolean;
}

interface File {
  readSync(into: Uint8Array): number | null;
  writeSync(bytes: Uint8Array): number;
  close(): void;
}

/** The few members of `Deno` used here. */
interface Deno {
  readonly args: readonly string[];
  readonly stdin: File;
  readonly stdout: File;
  readonly stderr: File;
  openSync(path: string, options: { read: true } | { write: true; truncate: true }): File;
  readonly env: { get(name: string): string | undefined };
  exit(code: number): never;
  readonly internal: symbol;
  readonly errors: Readonly<Record<"BrokenPipe" | "ConnectionReset" | "WouldBlock", new () => Error>>;
}

interface Core {
  evalContext(script: string, name: string): [unknown, { readonly thrown: unknown } | null];
}

/** Take hold of what a run needs, before {@link seal} removes `Deno` from the global object. */
export function captureEngine(): Engine {
  const deno = (globalThis as unknown as { Deno: Deno }).Deno;
  const { args, stdin, stdout, stderr, openSync, env, exit, errors } = deno;
  const { BrokenPipe, ConnectionReset, WouldBlock } = errors;
  const patient = waitWhere((error) => error instanceof WouldBlock);
  const globals = globalThis as unknown as Record<PropertyKey, unknown>;
  skipUnload(globals);
  return {
    args,
    readStdin: patient(stdin.readSync.bind(stdin)),
    open: (path) => {
      const file = openSync(path, { read: true });
      const read = file.readSync.bind(file);
      const close = file.close.bind(file);
      let isOpen = true;
      // Closed at its end: a run may have more inputs than a process may have files open.
      return (into) => {
        const count = isOpen ? read(into) : null;
        if (count === null && isOpen) close();
        isOpen = isOpen && count !== null;
        return count;
      };
    },
    openToWrite: (path) => {
      const file = openSync(path, { write: true, truncate: true });
      return file.writeSync.bind(file);
    },
    variable: env.get.bind(env),
    now: performance.now.bind(performance),
    writeOut: stdout.writeSync.bind(stdout),
    writeError: stderr.writeSync.bind(stderr),
    exit(code) {
      // The engine names it on the way out.
      globals.globalThis = globals;
      return exit(code);
    },
    evaluate(script) {
      const { core } = (deno as unknown as Record<symbol, { core: Core }>)[deno.internal]!;
      const [value, failed] = core.evalContext(script, "file:///documents.js");
      if (failed) throw failed.thrown;
      return value;
    },
    isOutputClosed: (error) => error instanceof BrokenPipe || error instanceof ConnectionReset,
  };
}

const PAUSES_MS = [1, 2, 5, 10] as const;

/**
 * Try again, after pauses, while a descriptor says that it would have to wait: whoever shares it with us has made it
 * O_NONBLOCK for both (open(2)), and changing that would be felt there. There is no poll(2) in reach. For reading only:
 * the engine does not say how much of a write that failed was written.
 */
function waitWhere(wouldWait: (error: unknown) => boolean) {
  const never = new Int32Array(new SharedArrayBuffer(4));
  const { wait } = Atomics;
  return <T>(action: (bytes: Uint8Array) => T) =>
    (bytes: Uint8Array): T => {
      for (let tries = 0; ; tries++) {
        try {
          return action(bytes);
        } catch (error) {
          if (!wouldWait(error)) throw error;
          wait(never, 0, 0, PAUSES_MS[tries] ?? 20);
        }
      }
    };
}

/**
 * Tell the engine that its `unload` event is over. It would look for this mark along the prototypes of the global
 * object, where a snippet could answer with a getter, get hold of the global object and keep the process alive.
 */
function skipUnload(globals: Record<PropertyKey, unknown>): void {
  Object.defineProperty(globals, Symbol.for("Deno.isUnloadDispatched"), { value: true });
}
