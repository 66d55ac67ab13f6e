import type { Answer, Question } from "../../terms/event.ts";
import type { Highlight } from "../../terms/highlight.ts";
import { createColours } from "../colours.ts";
import { exchangeFor } from "../exchange.ts";
import { openFirstScreen } from "../first-screen.ts";
import type { Size } from "../frame.ts";
import type { Key } from "../key.ts";
import type { Line } from "../line.ts";
import { createLiveArea, type LiveArea } from "../live-area.ts";
import type { PaneEnding } from "../pane/run-in-pane.ts";
import type { Tty } from "../tty.ts";
import type { ShellCollaborators } from "./collaborators.ts";
import { shellFrame } from "./scene.ts";
import {
  type KeyContext,
  type ShellEffect,
  type ShellEvent,
  type ShellState,
  shellEvent,
  shellKey,
  startShell,
} from "./state.ts";

/** How long what comes in pieces is gathered before it is drawn: one frame. */
const BATCH_MS = 33;

/** The shell on the terminal: its state, drawn, and the questions it asks. What a key asks for goes out. */
export interface Desk {
  readonly live: LiveArea;
  readonly with_: ShellCollaborators;
  size(): Size;
  state(): ShellState;
  happen(event: ShellEvent): void;
  print(lines: readonly Line[]): void;
  /** Put a question in the live area. Keys typed before it is there are dropped. */
  decide(question: Question): Promise<Answer>;
  /** Offer a repair of what just failed. */
  offer(reason: string): Promise<boolean>;
  /** Run a program in a pane that gets every key. */
  runProgram(command: string): Promise<PaneEnding>;
  /** The colours of code, once they are there. */
  highlight(): Highlight | null;
  /** What can be stopped now. */
  stopWith(stop: AbortController | null): void;
  /** Scroll to an empty screen; nothing of the scrollback is lost. */
  clear(): void;
  /** Give a text to the clipboard of the terminal (OSC 52). */
  copy(text: string): void;
  open(): void;
  /** Answer what is asked with no, stop what is on, give the terminal back. */
  close(): void;
}

export function createDesk(options: {
  readonly tty: Tty;
  readonly with_: ShellCollaborators;
  context(): KeyContext;
  onEffect(effect: ShellEffect): void;
  onLost(): void;
  onBug(error: unknown): void;
}): Desk {
  const { tty, with_ } = options;
  let state = startShell();
  let batch: NodeJS.Timeout | undefined;
  let stop: AbortController | null = null;
  let answer: ((answer: Answer) => void) | null = null;
  let repair: ((yes: boolean) => void) | null = null;
  /** The user's editor on a draft: whoever ends the shell has it end first. */
  let editing: Promise<void> = Promise.resolve();
  const live = createLiveArea(tty, options.onLost, openFirstScreen);

  const colours = createColours(tty.colorDepth > 1 ? with_.loadHighlight : null, () => live.redraw());

  const draw = () => {
    clearTimeout(batch);
    batch = undefined;
    live.redraw();
  };
  const happen = (event: ShellEvent) => {
    state = shellEvent(state, event);
    const comesInPieces =
      event.type === "progress" || (event.type === "session" && event.event.type === "delta");
    if (state.mode.kind === "drafting" && state.mode.drafting.text !== "") colours.load();
    if (comesInPieces) batch ??= setTimeout(draw, BATCH_MS);
    else draw();
  };
  const halt = () => {
    if (answer !== null) return answer({ kind: "no" });
    stop?.abort("SIGINT");
    happen({ type: "stopping" });
  };
  const exchanged = async () => {
    if (state.mode.kind !== "deciding") return;
    const { exchange } = state.mode;
    const request = exchange.request();
    draw();
    if (request !== null) {
      const edited = live.handOver(() => with_.editText(request.code, ".ts"));
      editing = edited.then(
        () => {},
        () => {},
      );
      exchange.edited(await edited);
    }
    const given = exchange.answer();
    if (given !== null) answer?.(given);
    else draw();
  };
  const onKey = (key: Key) => {
    const step = shellKey(state, key, options.context());
    state = step.state;
    draw();
    if (step.effect === null) return;
    if (step.effect.kind === "stop") halt();
    else if (step.effect.kind === "exchanged") exchanged().catch(options.onBug);
    else if (step.effect.kind === "repair") repair?.(step.effect.yes);
    else options.onEffect(step.effect);
  };
  const scene = { frame: (size: Size) => shellFrame(state, size, colours.highlight()), onKey };
  return {
    live,
    with_,
    size: () => tty.size(),
    state: () => state,
    happen,
    print: (lines) => live.print(lines),
    async decide(question) {
      const exchange = exchangeFor(question, { highlight: colours.highlight });
      const { promise, resolve } = Promise.withResolvers<Answer>();
      answer = resolve;
      happen({ type: "ask", exchange });
      await live.settled();
      colours.load();
      happen({ type: "listen" });
      const given = await promise;
      answer = null;
      await editing;
      happen({ type: "wait", what: "on it" });
      live.print(exchange.record(tty.size().columns));
      return given;
    },
    async offer(reason) {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      repair = resolve;
      happen({ type: "offer", reason });
      await live.settled();
      happen({ type: "listen" });
      const yes = await promise;
      repair = null;
      return yes;
    },
    async runProgram(command) {
      const hangUp = new AbortController();
      stop = hangUp;
      const { runInPane } = await import("../pane/run-in-pane.ts");
      const { start, env, cwd } = with_;
      const ending = await runInPane({ command, live, tty, env, cwd, start, signal: hangUp.signal });
      stop = null;
      return ending;
    },
    highlight: colours.highlight,
    stopWith(next) {
      stop = next;
    },
    clear() {
      live.hide();
      tty.out.write(`${"\n".repeat(tty.size().rows)}\x1b[H`);
      live.show(scene);
    },
    copy: (text) => void tty.out.write(`\x1b]52;c;${Buffer.from(text).toString("base64")}\x07`),
    open: () => live.show(scene),
    close() {
      clearTimeout(batch);
      stop?.abort("SIGTERM");
      answer?.({ kind: "no" });
      repair?.(false);
      live.hide();
    },
  };
}
