import "./writ.ts";
import type { DocumentParsers } from "../formats/parsed.ts";
import { UnreadableInput } from "../formats/unreadable-input.ts";
import { WRITERS } from "../formats/writers/writer-list.ts";
import { parseArgv } from "../terms/argv.ts";
import type { ByteSource } from "../terms/format.ts";
import { CHILD_EXIT, type Invocation } from "../terms/invocation.ts";
import type { OptionSchema, OptionValue } from "../terms/option.ts";
import type { Reads } from "../terms/reads.ts";
import type { Shape } from "../terms/shape.ts";
import type { Capability } from "../terms/verdict.ts";
import { createConsole } from "./console.ts";
import { createConversions } from "./conversions.ts";
import { emitResult } from "./emit-result.ts";
import { endingOf } from "./ending.ts";
import { captureEngine, type Engine } from "./engine.ts";
import { fieldsOf } from "./fields-of.ts";
import { createInput } from "./input.ts";
import { namedShape } from "./judge-shape.ts";
import { createLevers } from "./levers.ts";
import { createOutput, type Output, writeMessage } from "./output.ts";
import { type EngineEvent, seal } from "./seal.ts";
import { type Counting, createCounting } from "./tally.ts";
import { UNCONVERTED } from "./writ/unconverted.ts";

/** What the runner module carries: the approved text and what was derived from it. */
export interface Approved {
  /** The command's name, where it has one: for what is said about its options. */
  readonly name?: string;
  readonly javascript: string;
  readonly schema: OptionSchema;
  /** The fields that it looks at: all where it is absent. */
  readonly reads?: Reads;
  /** The command's own option values, used where the command line gives none. */
  readonly values?: Readonly<Record<string, OptionValue>>;
  readonly capabilities: readonly Capability[];
  /** Whether it may use `Temporal`. */
  readonly temporal: boolean;
  /** The input it was approved on. */
  readonly shape?: Shape;
  /** The script that gives {@link DocumentParsers}, where YAML or TOML is read. */
  readonly documents?: string;
}

let started = false;

/**
 * Run one snippet from memory to its end, and the process with it. The first argument is the
 * {@link Invocation} as JSON, the rest are the command's own options. Returns at once: were the runner to
 * wait, a promise that is never settled would end it in the engine's words.
 */
export function start(approved: Approved): void {
  if (started) throw new Error("a run is started once");
  started = true;
  const engine = captureEngine();
  const say = (line: string) => writeMessage(engine, encode(`${line}\n`));
  const { invocation, words } = readInvocation(engine.args);
  const options = parseArgv(approved.schema, words, approved.values);
  if (!options.ok) {
    const { name } = approved;
    say(name ? `writ: ${name}: ${options.message}\n  see \`writ run ${name} --help\`` : options.message);
    engine.exit(CHILD_EXIT.usage);
  } else run({ ...approved, engine, say, invocation, values: { ...approved.values, ...options.values } });
}

function readInvocation([json = "", ...words]: readonly string[]): {
  readonly invocation: Invocation;
  readonly words: readonly string[];
} {
  const invocation: Invocation = JSON.parse(json);
  if (!invocation.named) return { invocation, words };
  const [name = "stdin", ...rest] = words;
  return { invocation: { ...invocation, inputs: [{ name, path: null }] }, words: rest };
}

interface Run extends Approved {
  readonly engine: Engine;
  readonly say: (line: string) => void;
  readonly invocation: Invocation;
  readonly values: Readonly<Record<string, OptionValue>>;
}

async function run(one: Run): Promise<void> {
  const { say, invocation, values, javascript, capabilities, temporal } = one;
  const counting = createCounting(one.engine, invocation.report);
  const { engine } = counting;
  const writer = WRITERS[invocation.output](invocation);
  const { maxOutputBytes: maxBytes, maxRecords } = invocation;
  const output = createOutput({ writer, engine, maxBytes, maxRecords, counted: counting.out });
  let malformed: unknown;
  const fail = (error: unknown): never => {
    const { code, message } = endingOf(malformed ?? error, counting.placeNow());
    flushQuietly(output);
    say(message);
    return engine.exit(code);
  };
  const noted = (error: unknown) => {
    malformed ??= error;
  };
  const open = (path: string | null, name: string) => openInput({ engine, output, counting }, path, name);
  const expects = one.shape && namedShape(one.shape, one);
  const documents =
    one.documents === undefined ? undefined : (engine.evaluate(one.documents) as DocumentParsers);
  const reading = { open, noted, begun: counting.begun, say: output.say, documents };
  const fields = fieldsOf(one);
  const input = createInput({ ...reading, fields, invocation, ...(expects ? { expects } : {}) });
  const levers = createLevers({
    ...{ capabilities, engine, count: output.count },
    open: (path, name) =>
      createInput({
        ...reading,
        invocation: { ...invocation, from: "auto", inputs: [{ name, path }] },
      }),
  });
  const url = URL.createObjectURL(new Blob([javascript], { type: "text/javascript" }));
  globalThis.console = createConsole(output.say) as Console;
  const conversions = createConversions({
    ...{ strict: invocation.strict === true, place: counting.place, say: output.say, noted },
  });
  Object.defineProperty(globalThis.console, UNCONVERTED, { value: conversions.on });
  seal({ capabilities, temporal, onEvent: (event) => answerEngine(event, fail) });
  try {
    const { default: snippet } = await import(url);
    if (typeof snippet !== "function") throw new TypeError("the default export is not a function");
    await emitResult(snippet(input, values, levers), output);
    output.end();
  } catch (error) {
    conversions.end();
    fail(error);
  }
  conversions.end();
  if (malformed) fail(malformed);
  engine.exit(CHILD_EXIT.done);
}

function openInput(
  {
    engine,
    output,
    counting,
  }: { readonly engine: Engine; readonly output: Output; readonly counting: Counting },
  path: string | null,
  name: string,
): ByteSource {
  let read: (into: Uint8Array) => number | null;
  let waits = false;
  const source = {
    read(into: Uint8Array) {
      // A short read means that the next one may wait for a live stream: show what there is.
      if (waits) output.flush();
      const count = attempt(() => read(into), name) ?? 0;
      waits = count < into.length;
      counting.bytesRead(count);
      return count;
    },
  };
  read = path === null ? engine.readStdin : attempt(() => engine.open(path), name);
  return source;
}

function attempt<T>(action: () => T, input: string): T {
  try {
    return action();
  } catch (error) {
    throw new UnreadableInput(input, error);
  }
}

/**
 * What the engine tells the global object: a promise that was rejected and nobody waits for, or that
 * nothing is left to do. It is told through `dispatchEvent`, whatever that is.
 */
function answerEngine(event: EngineEvent, fail: (e: unknown) => never) {
  if (event.type === "unhandledrejection") fail(event.reason);
  if (event.type === "beforeunload") fail(new Error("it waits for something that never happens"));
  return true;
}

// A full disk must not hide why the run failed.
function flushQuietly(output: Output): void {
  try {
    output.flush();
  } catch {}
}

const encode = TextEncoder.prototype.encode.bind(new TextEncoder());
