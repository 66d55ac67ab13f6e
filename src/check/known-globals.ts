/** Why a well-known global is out of reach, and what to write instead. */
export function whyNot(name: string): { readonly reason?: string; readonly hint?: string } {
  return ROWS.find(({ names }) => names.includes(name))?.why ?? {};
}

const ROWS: readonly {
  readonly names: readonly string[];
  readonly why: { readonly reason?: string; readonly hint?: string };
}[] = [
  {
    names: ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "Request", "Response", "Headers"],
    why: { reason: "a snippet has no network", hint: "work on the input alone" },
  },
  {
    names: ["process", "Deno", "Bun", "navigator", "location", "document"],
    why: {
      reason: "a snippet does not reach the program that runs it",
      hint: "take values from the options, and return the result",
    },
  },
  {
    names: ["read", "write", "env", "now", "random"],
    why: {
      reason: "what goes beyond the input is a lever, and levers are asked for as the third parameter",
      hint: "write `export default (input: Input, options: { … }, { read }: Levers) => …`",
    },
  },
  {
    names: ["require", "module", "exports", "__dirname", "__filename"],
    why: {
      reason: "a snippet is an ECMAScript module of one file",
      hint: 'helpers come from `import { field, num } from "writ"`, the function goes out with `export default`',
    },
  },
  {
    names: ["globalThis", "window", "self", "global", "frames", "top", "parent"],
    why: {
      reason: "the global object would give by a computed name what is refused by its own",
      hint: "use the global you need by its name",
    },
  },
  {
    names: ["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "requestAnimationFrame"],
    why: {
      reason: "a run ends when the function returns: nothing is started to happen later",
      hint: "do it now; input is read synchronously",
    },
  },
  {
    names: ["Buffer"],
    why: { hint: "use Uint8Array with TextEncoder and TextDecoder, or atob and btoa" },
  },
  {
    names: ["performance", "crypto"],
    why: { hint: "the clock is `Date.now()`, randomness is `Math.random()`; both are asked for" },
  },
  {
    names: ["Reflect", "Proxy"],
    why: {
      reason: "reflection reaches by a computed name what is refused by its own",
      hint: "use Object.keys, Object.entries or Object.hasOwn",
    },
  },
  {
    names: ["WebAssembly", "Worker", "SharedWorker", "SharedArrayBuffer", "Atomics"],
    why: { reason: "code must be text that was read, in one thread" },
  },
  {
    names: ["WeakRef", "FinalizationRegistry"],
    why: { reason: "what they give depends on the garbage collector, so that runs would not repeat" },
  },
  {
    names: ["escape", "unescape"],
    why: { hint: "use encodeURIComponent and decodeURIComponent" },
  },
  {
    names: ["alert", "prompt", "confirm", "print"],
    why: { hint: "return or yield the result; console.log writes to stderr" },
  },
];
