import { tmpdir } from "node:os";
import { isatty } from "node:tty";
import type { Answer, Decide, Question, SessionEvent } from "../../terms/event.ts";
import { WritError } from "../../terms/failure.ts";
import { HIDDEN } from "../../terms/visible.ts";
import type { Context } from "../context.ts";
import { displayEnv } from "./display-env.ts";
import { openEventsFile } from "./events-file.ts";
import { plainFace } from "./plain-face.ts";

/** Where a session is shown and decided: the terminal's interface, plain text on stderr, NDJSON. */
export interface Faces {
  show(event: SessionEvent): Promise<void>;
  readonly decide: Decide;
  /** Give the terminal back. Idempotent. */
  release(): Promise<void>;
}

/**
 * `asks`: a person decides on the controlling terminal. `events`: NDJSON into a file, `-` for stderr, null for none;
 * `taken`: files that it must not be.
 */
export interface FaceOptions {
  readonly asks: boolean;
  readonly quiet: boolean;
  readonly events: string | null;
  readonly taken?: readonly string[];
}

// Events that belong to the time after the decision, when the terminal was given back.
const AFTER = new Set<SessionEvent["type"]>(["started", "finished", "saved", "left", "failed"]);

/**
 * Open the faces. The interface is loaded only where someone can be asked; where there is no terminal, every
 * question is answered no, and says why.
 */
export async function openFaces(
  context: Context,
  options: FaceOptions,
): Promise<Faces & { readonly canAsk: boolean }> {
  const record = recorder(options);
  const terminal = options.asks ? await openTerminal(context, options.quiet) : null;
  const plain = plainFace({
    quiet: options.quiet || options.events === "-",
    interactive: terminal !== null,
    color: isatty(2) && !(await displayEnv(context)).NO_COLOR,
  });
  const shown: { terminal: typeof terminal } = { terminal };
  let released = Promise.resolve();
  // A signal gives the terminal back at once; a question that waits is then answered no.
  context.signal.addEventListener("abort", () => void release());

  return {
    canAsk: terminal !== null,
    async show(event) {
      record(event);
      if (shown.terminal && !AFTER.has(event.type)) shown.terminal.show(event);
      else {
        await release();
        plain.show(event);
      }
    },
    async decide(question) {
      const answer = options.asks ? await ask(question) : await decideAlone(question, context, options);
      if (context.signal.aborted) throw interrupted(context.signal);
      return answer;
    },
    release,
  };

  async function ask(question: Question): Promise<Answer> {
    // A run was given the terminal; what is asked after it needs it back.
    if (terminal !== null && !context.signal.aborted) {
      await released;
      shown.terminal ??= await openTerminal(context, options.quiet);
    }
    return shown.terminal?.decide(question) ?? { kind: "no", reason: "no-terminal" };
  }

  function release() {
    const open = shown.terminal;
    shown.terminal = null;
    if (open) released = open.release();
    return released;
  }
}

/** `--yes` approves (the session looked at the stages); it never agrees to send data anywhere. */
async function decideAlone(question: Question, context: Context, options: FaceOptions): Promise<Answer> {
  if (question.kind === "approve") return { kind: "yes" };
  const terminal = await openTerminal(context, options.quiet);
  if (!terminal) return { kind: "no", reason: "no-terminal" };
  try {
    return await terminal.decide(question);
  } finally {
    await terminal.release();
  }
}

async function openTerminal(context: Context, quiet: boolean) {
  const { env, interrupt, signal } = context;
  const { openTerminalFace } = await import("../../shell/face.ts");
  return openTerminalFace({
    env: await displayEnv(context),
    quiet,
    nowMs: () => performance.now(),
    onInterrupt: () => interrupt("SIGINT"),
    async edit(code) {
      const { editText } = await import("../../host/editor.ts");
      return editText({ text: code, extension: ".ts", env, scratch: tmpdir(), signal });
    },
    async loadHighlight() {
      const { createHighlight } = await import("../../check/highlight.ts");
      return createHighlight();
    },
  });
}

/** Throws `usage` where the file cannot be written: before anything happens, not in the middle of it. */
function recorder({ events, taken = [] }: FaceOptions): (event: SessionEvent) => void {
  if (events === null) return () => {};
  if (events === "-") return (event) => process.stderr.write(`${asLine(event)}\n`);
  const append = openEventsFile(events, taken);
  return (event) => append(`${asLine(event)}\n`);
}

/** One line of JSON in which everything hidden is escaped: the same data, and harmless on a terminal. */
function asLine(event: SessionEvent): string {
  return JSON.stringify(event).replace(new RegExp(HIDDEN), (hidden) =>
    [...Array(hidden.length).keys()]
      .map((at) => `\\u${hidden.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}

function interrupted(signal: AbortSignal): WritError {
  return new WritError({ kind: "interrupted", signal: signal.reason });
}
