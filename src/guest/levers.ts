import { autoWriter } from "../formats/writers/auto-writer.ts";
import { grantedPath, parseCapability } from "../terms/capability.ts";
import { variableOf } from "../terms/granted-variable.ts";
import type { Capability } from "../terms/verdict.ts";
import type { Engine } from "./engine.ts";
import type { Input } from "./input.ts";
import { writeWhole } from "./output.ts";

/** A snippet's third parameter. Each throws, naming the capability, where it was not granted. */
export interface Levers {
  /** An input like the snippet's own, each call another. Relative paths find the granted one that ends with them. */
  read(path: string): Input;
  /** The first call of a run for a path replaces its content, later ones add to it. */
  write(path: string, data: unknown): void;
  env(name: string): string | undefined;
  /** Milliseconds since 1970, as `Date.now()`. */
  now(): number;
  /** From 0 up to 1, as `Math.random()`. */
  random(): number;
}

/**
 * The levers of one run. Made before the runner takes the clock and chance away, which it alone keeps from a snippet.
 * Paths and variables are also kept by the engine and the kernel: what is looked up here is for clear errors and for
 * paths that were written relative.
 */
export function createLevers(options: {
  readonly capabilities: readonly Capability[];
  readonly engine: Pick<Engine, "openToWrite" | "variable">;
  readonly open: (path: string, name: string) => Input;
  /** Told of bytes before they are written; ends the process where they are too many. */
  readonly count: (bytes: Uint8Array) => void;
}): Levers {
  const { capabilities, engine, open, count } = options;
  const { now } = Date;
  const { random } = Math;
  const pathOf = pathFinder(capabilities);
  const write = createWrite({ pathOf, openToWrite: engine.openToWrite, count });
  const isGranted = createLookup(capabilities);
  const granted = (capability: Capability) => {
    if (!isGranted(capability)) throw refusal(capability, capabilities);
  };
  return Object.freeze({
    read: (path) => open(pathOf("read", path), path),
    write,
    env: (name) => {
      granted(`env:${name}`);
      return engine.variable(variableOf(name));
    },
    now: () => {
      granted("clock");
      return now();
    },
    random: () => {
      granted("random");
      return random();
    },
  } satisfies Levers);
}

// A snippet could replace a method of lists or sets: whether something is granted is asked of none.
function createLookup(capabilities: readonly Capability[]): (capability: Capability) => boolean {
  const granted = Object.create(null) as Record<string, true>;
  for (const capability of capabilities) granted[capability] = true;
  return (capability) => granted[capability] === true;
}

type PathOf = (kind: "read" | "write", written: string) => string;

function pathFinder(capabilities: readonly Capability[]): PathOf {
  const paths = { read: [] as string[], write: [] as string[] };
  for (const capability of capabilities) {
    const wanted = parseCapability(capability);
    if (typeof wanted === "object" && "path" in wanted) paths[wanted.kind].push(wanted.path);
  }
  return (kind, written) => {
    const path = typeof written === "string" ? grantedPath(paths[kind], written) : null;
    if (path === null) throw refusal(`${kind}:${written}`, capabilities);
    return path;
  };
}

function refusal(capability: Capability, capabilities: readonly Capability[]): Error {
  const granted = capabilities.length > 0 ? `only ${capabilities.join(", ")}` : "nothing";
  return new Error(`${capability} is not granted to this run, which has ${granted}`);
}

const BATCH_CHARACTERS = 64 * 1024;
const encode = TextEncoder.prototype.encode.bind(new TextEncoder());

function createWrite(options: {
  readonly pathOf: PathOf;
  readonly openToWrite: Engine["openToWrite"];
  readonly count: (bytes: Uint8Array) => void;
}): Levers["write"] {
  const { pathOf, openToWrite, count } = options;
  const files = new Map<string, (bytes: Uint8Array) => number>();
  return (written, data) => {
    const path = pathOf("write", written);
    try {
      const file = files.get(path) ?? openToWrite(path);
      files.set(path, file);
      for (const bytes of piecesOf(data)) {
        count(bytes);
        writeWhole(bytes, file);
      }
    } catch (error) {
      throw new Error(`write(${JSON.stringify(written)}): ${error instanceof Error ? error.message : error}`);
    }
  };
}

/** Text and bytes as they are; anything else as a result is in a pipe: NDJSON for records, lines for the rest. */
function* piecesOf(data: unknown): Generator<Uint8Array> {
  if (typeof data === "string") yield encode(data);
  else if (data instanceof Uint8Array) yield data;
  else {
    const writer = autoWriter();
    let waiting = "";
    for (const item of isIterable(data) ? data : [data]) {
      if (item === null || item === undefined) continue;
      waiting += writer.item(item);
      if (waiting.length < BATCH_CHARACTERS) continue;
      yield encode(waiting);
      waiting = "";
    }
    yield encode(waiting);
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}
