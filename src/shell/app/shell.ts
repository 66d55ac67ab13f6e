import { WritError } from "../../terms/failure.ts";
import type { Complete } from "../editor/state.ts";
import type { Tty } from "../tty.ts";
import { failureBlock, noteBlock } from "./blocks.ts";
import type { ShellCollaborators } from "./collaborators.ts";
import { createDesk, type Desk } from "./desk.ts";
import { firstRunLines } from "./help.ts";
import { obey } from "./obey.ts";
import { copyResult, openResult } from "./result-actions.ts";
import type { ShellEffect } from "./state.ts";

/** How long a run that is being ended is waited for, when the shell itself has to go. */
const END_MS = 2000;

const PIPED = "what was piped in is there as @-: words that name no input are about it";

/** Why the shell was left. */
export type Left =
  | { readonly kind: "quit" }
  | { readonly kind: "ended"; readonly signal: "SIGINT" | "SIGTERM" | "SIGHUP" };

/**
 * The shell on this terminal, until it is left or `signal` is aborted (its reason names the signal). However
 * it ends, the run that is on is ended and the terminal is as it was before. Bugs are thrown.
 */
export async function runShell(options: {
  readonly tty: Tty;
  readonly with_: ShellCollaborators;
  readonly signal: AbortSignal;
}): Promise<Left> {
  const { tty, with_, signal } = options;
  const { promise, resolve, reject } = Promise.withResolvers<Left>();
  let complete: Complete = () => null;
  // What was sent while something short is done waits for it.
  let working = Promise.resolve();
  const desk: Desk = createDesk({
    tty,
    with_,
    context: () => ({
      columns: tty.size().columns,
      size: tty.size(),
      history: with_.history.entries(),
      complete,
    }),
    onEffect: (effect) => {
      working = working
        .then(() => onEffect(desk, effect, () => resolve({ kind: "quit" })))
        .then(() => (effect.kind === "submit" ? learn() : undefined))
        .catch(reject);
    },
    onLost: () => resolve({ kind: "ended", signal: "SIGHUP" }),
    onBug: reject,
  });
  const learn = async () => {
    complete = await with_.completer();
  };
  const end = () => resolve({ kind: "ended", signal: signal.reason });
  signal.addEventListener("abort", end);
  try {
    desk.open();
    // What the first frame does not need is loaded behind it.
    desk.live.shown().then(learn).catch(reject);
    if (with_.isFirstRun) await welcome(desk);
    if (with_.piped !== null) desk.print(noteBlock(PIPED, tty.size().columns));
    return await promise;
  } finally {
    signal.removeEventListener("abort", end);
    desk.close();
    await Promise.race([working, new Promise((done) => setTimeout(done, END_MS).unref())]);
    tty.close();
  }
}

async function welcome(desk: Desk): Promise<void> {
  const model = await desk.with_.model();
  desk.print(firstRunLines({ model, columns: desk.size().columns }));
}

/** A history that cannot be written costs the line nothing. */
function remember(desk: Desk, text: string): void {
  try {
    desk.with_.history.add(text);
  } catch (error) {
    if (!(error instanceof WritError)) throw error;
    desk.print(failureBlock(error.failure, desk.size().columns));
  }
}

async function onEffect(desk: Desk, effect: ShellEffect, leave: () => void): Promise<void> {
  switch (effect.kind) {
    case "submit": {
      remember(desk, effect.text);
      if (await obey(desk, effect.text)) return leave();
      return desk.happen({ type: "ready" });
    }
    case "end":
      return leave();
    case "interrupt":
      if (effect.wasEmpty) desk.happen({ type: "hint", hint: "Ctrl-D leaves" });
      return;
    case "external-editor": {
      const edited = await desk.live.handOver(() => desk.with_.editText(effect.text, ".md"));
      if (edited.kind === "edited") desk.happen({ type: "text", text: edited.text });
      if (edited.kind === "failed") desk.happen({ type: "hint", hint: edited.detail });
      return;
    }
    case "clear":
      return desk.clear();
    case "suspend":
      return desk.live.suspend();
    case "open":
      return openResult(desk, effect.result);
    case "copy":
      return copyResult(desk, effect.result);
    case "stop":
    case "exchanged":
    case "repair":
      return;
  }
}
