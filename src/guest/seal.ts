import { ALLOWED_GLOBALS } from "../terms/globals.ts";
import type { Capability } from "../terms/verdict.ts";

/**
 * Take everything but the allowed globals out of a snippet's reach, and what reads the clock or draws
 * chance unless granted. This is defence in depth, for clear errors and for what a check may miss: it is not
 * a wall. The walls are the engine's permissions and the kernel's.
 */
export function seal(options: {
  readonly capabilities: readonly Capability[];
  /** Whether `Temporal` is left: to look at it makes it, so what does not need it is rid of it unseen. */
  readonly temporal: boolean;
  /** Hears what the engine says through the global `dispatchEvent`, which has to stay. */
  readonly onEvent: (event: EngineEvent) => boolean;
}): void {
  const { capabilities, temporal, onEvent } = options;
  if (!temporal) Reflect.deleteProperty(globalThis, "Temporal");
  if (!capabilities.includes("clock")) stopClock();
  if (!capabilities.includes("random")) Math.random = refuse("randomness", "Math.random()");
  removeConstructors();
  removeGlobals(onEvent);
}

/** An event of the engine: `unhandledrejection` (with its reason), `beforeunload`, `unload`. */
export interface EngineEvent {
  readonly type: string;
  readonly reason?: unknown;
}

const construct = Reflect.construct;

function stopClock(): void {
  const temporal = (globalThis as { Temporal?: { Now?: unknown } }).Temporal;
  if (temporal)
    temporal.Now = new Proxy({}, { get: (_, name) => noClock(`Temporal.Now.${String(name)}()`)() });
  const RealDate = Date;
  RealDate.now = noClock("Date.now()");
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      args.length === 0 ? noClock("new Date() without a date")() : construct(target, args, newTarget),
    apply: noClock("Date()"),
  });
  RealDate.prototype.constructor = globalThis.Date;
  stopFormatters();
}

/** A formatter that is given no date takes the clock's. */
function stopFormatters(): void {
  const { prototype } = Intl.DateTimeFormat;
  const format = Object.getOwnPropertyDescriptor(prototype, "format")!.get!;
  const { formatToParts } = prototype;
  const known = (date: unknown) => (date === undefined ? noClock("formatting without a date")() : date);
  Object.defineProperty(prototype, "format", {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const bound = format.call(this);
      return (date: unknown) => bound(known(date));
    },
  });
  prototype.formatToParts = function (date) {
    return formatToParts.call(this, known(date) as Date);
  };
}

/** `(() => {}).constructor` and its three sisters make code from text where the engine's flag is missing. */
function removeConstructors(): void {
  const functions = [() => {}, async () => {}, function* () {}, async function* () {}];
  for (const one of functions) delete Object.getPrototypeOf(one).constructor;
}

function removeGlobals(onEvent: (event: EngineEvent) => boolean): void {
  const globals = globalThis as unknown as Record<string, unknown>;
  const names = Object.getOwnPropertyNames(globals).filter((name) => !ALLOWED_GLOBALS.includes(name));
  // Names of its prototypes (`addEventListener`, `constructor`) are in reach as bare words too.
  Object.setPrototypeOf(globals, Object.freeze({ __proto__: null, dispatchEvent: onEvent }));
  for (const name of names) {
    delete globals[name];
    // The engine has a second `queueMicrotask` under the first.
    if (name in globals) globals[name] = undefined;
  }
}

function noClock(what: string): () => never {
  return refuse("the clock", what);
}

function refuse(capability: string, what: string): () => never {
  return () => {
    throw new Error(`${capability} is not granted: ${what} would make a run unrepeatable`);
  };
}
