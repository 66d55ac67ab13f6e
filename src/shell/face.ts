import type { Answer, Decide, SessionEvent } from "../terms/event.ts";
import type { Highlight } from "../terms/highlight.ts";
import { decisionRecord } from "./approval/record.ts";
import { type Colours, createColours } from "./colours.ts";
import { createDraftingClock } from "./drafting/clock.ts";
import { draftingFrame } from "./drafting/layout.ts";
import { type DraftingState, draftingEvent } from "./drafting/state.ts";
import { type Edited, type Exchange, exchangeFor } from "./exchange.ts";
import type { Frame } from "./frame.ts";
import type { Line } from "./line.ts";
import { createLiveArea, type LiveArea } from "./live-area.ts";
import { notesOf } from "./notes.ts";
import { openTty, type Tty } from "./tty.ts";
import { type Undecided, undecidedEvent, undecidedRecord } from "./undecided.ts";
import { WORKING, waitingFor } from "./waiting-for.ts";
import { wrap } from "./wrap.ts";

/** How long pieces of a draft are gathered before they are drawn: one frame. */
const BATCH_MS = 33;
/** How long an editor that is being ended is waited for. */
const EDITOR_END_MS = 2000;

/** The face of a session on the controlling terminal. */
export interface TerminalFace {
  /** Draw one event. `started`, `finished`, `saved` and `failed` only clear the way for who prints them. */
  show(event: SessionEvent): void;
  /** Ask on the terminal. Afterwards it is as it was, with a record of the decision left above. */
  readonly decide: Decide;
  /**
   * Give the terminal back: raw mode off, cursor shown, streams destroyed. A draft that nobody was asked about
   * is left above with its findings, for what is said next is why. A second time does nothing.
   */
  release(): Promise<void>;
}

/**
 * Open the face, or null where there is no controlling terminal or it is a dumb one. Ink is loaded when
 * something is first drawn. `onInterrupt` is called at once on Ctrl-C, on Esc while drafting and when the
 * terminal hangs up, after a pending question was answered with no. Signals are the caller's: a handler has
 * to call `release`.
 */
export async function openTerminalFace(options: {
  readonly env: NodeJS.ProcessEnv;
  readonly quiet: boolean;
  readonly onInterrupt: () => void;
  nowMs(): number;
  /** Have code edited in the user's editor, while nobody else reads the terminal. */
  readonly edit: (code: string) => Promise<Edited>;
  /** Load the colours of code: wanted after the first frame, so that nobody waits for them. */
  readonly loadHighlight?: () => Promise<Highlight>;
}): Promise<TerminalFace | null> {
  if (options.env.TERM === "dumb") return null;
  const tty = openTty(options.env);
  return tty === null ? null : createFace(tty, options);
}

interface FaceOptions {
  readonly quiet: boolean;
  readonly onInterrupt: () => void;
  nowMs(): number;
  readonly edit: (code: string) => Promise<Edited>;
  readonly loadHighlight?: () => Promise<Highlight>;
}

function createFace(tty: Tty, options: FaceOptions): TerminalFace {
  let drafting: DraftingState | null = null;
  let undecided: Undecided | null = null;
  let finish: ((answer: Answer) => void) | null = null;
  /** What goes on between an answer and the next question. */
  let working: string | null = null;
  let isReleased = false;
  let batch: NodeJS.Timeout | undefined;
  /** The user's editor on a draft, which ends before the terminal is given back. */
  let editing: Promise<unknown> = Promise.resolve();
  const live = createLiveArea(tty, () => interrupt());
  const { loadHighlight = null } = options;
  const colours = createColours(tty.colorDepth > 1 ? loadHighlight : null, () => live.redraw());
  const { highlight } = colours;

  const interrupt = () => {
    drafting = null;
    working = null;
    undecided = null;
    if (finish !== null) finish({ kind: "no" });
    else live.hide();
    options.onInterrupt();
  };
  const print = (lines: readonly Line[]) => {
    const { columns } = tty.size();
    if (!options.quiet) live.print(lines.flatMap((one) => wrap(one, { columns })));
  };
  const clock = createDraftingClock(options.nowMs, (elapsedMs) => {
    if (drafting === null) return clock.stop();
    drafting = { ...drafting, elapsedMs };
    drawDraft();
  });
  const drawDraft = () => {
    clearTimeout(batch);
    batch = undefined;
    if (finish !== null) return;
    if (drafting === null) return working === null ? live.hide() : live.show(waitingFor(working, interrupt));
    live.show({
      frame: (size) => draftingFrame(drafting!, size, highlight()),
      onKey: ({ name }) => {
        if (name === "ctrl-c" || name === "escape") interrupt();
      },
    });
    if (drafting.text !== "") void colours.load();
  };
  return {
    show(event) {
      if (isReleased) return;
      drafting = draftingEvent(drafting, event);
      undecided = undecidedEvent(undecided, event);
      if (event.type === "started" || event.type === "failed") working = null;
      if (event.type === "drafting") clock.start();
      if (event.type === "drafted") clock.stop();
      if (event.type === "delta") {
        batch ??= setTimeout(drawDraft, BATCH_MS);
        return;
      }
      drawDraft();
      print(notesOf(event));
      // Whoever was asked here has left a record already: this is a recording, shown again.
      if (event.type === "decided" && event.question === "approve" && undecided !== null) {
        print(decisionRecord(undecided, event.answer, tty.size().columns, highlight()));
        undecided = null;
      }
    },
    decide(question) {
      working = null;
      if (isReleased) return Promise.resolve({ kind: "no" });
      const exchange = exchangeFor(question, { highlight });
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      finish = (answer) => {
        finish = null;
        drafting = null;
        working = WORKING[answer.kind] ?? null;
        if (question.kind === "approve") undecided = null;
        clearTimeout(batch);
        // Keys typed from here on must not be echoed into what is drawn next.
        if (working === null) live.hide();
        else live.show(waitingFor(working, interrupt));
        print(exchange.record(tty.size().columns));
        resolve(ended(editing).then(() => answer));
      };
      const edit = (code: string) => {
        const edited = live.handOver(() => options.edit(code));
        editing = edited;
        return edited;
      };
      const onAnswer = (answer: Answer) => finish?.(answer);
      ask(exchange, { tty, live, interrupt, edit, colours, onAnswer, onBug: reject });
      return promise;
    },
    async release() {
      if (isReleased) return;
      isReleased = true;
      clock.stop();
      clearTimeout(batch);
      finish?.({ kind: "no" });
      live.hide();
      await ended(editing);
      if (undecided !== null) print(undecidedRecord(undecided, tty.size().columns, highlight()));
      tty.close();
    },
  };
}

/** An editor that does not end is left alone. What went wrong with it is thrown where it was asked for. */
function ended(editing: Promise<unknown>): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, EDITOR_END_MS);
  editing.then(
    () => resolve(),
    () => resolve(),
  );
  return promise.finally(() => clearTimeout(timer));
}

interface Asking {
  readonly tty: Tty;
  readonly live: LiveArea;
  readonly interrupt: () => void;
  /** Gives the terminal to the editor meanwhile. */
  readonly edit: (code: string) => Promise<Edited>;
  readonly colours: Colours;
  onAnswer(answer: Answer): void;
  onBug(error: unknown): void;
}

/** Show the question, and take keys only from when it is on the terminal: earlier ones were not meant for it. */
function ask(exchange: Exchange, asking: Asking): void {
  const { tty, live, interrupt, edit, colours, onAnswer, onBug } = asking;
  let isListening = false;
  const listen = async () => {
    await live.settled();
    await colours.load();
    await live.settled();
    isListening = true;
    live.redraw();
  };
  const goOn = () => {
    const answer = exchange.answer();
    const request = exchange.request();
    if (answer !== null) onAnswer(answer);
    else if (request === null) live.redraw();
    else editing(request.code).catch(onBug);
  };
  const editing = async (code: string) => {
    isListening = false;
    exchange.edited(await edit(code));
    if (exchange.answer() === null) await listen();
    else goOn();
  };
  live.show({
    frame: (size) => (isListening ? exchange.frame(size) : withoutKeys(exchange.frame(size))),
    onKey(key) {
      if (key.name === "ctrl-c") return interrupt();
      if (!isListening) return;
      exchange.key(key, tty.size());
      goOn();
    },
  });
  listen().catch(onBug);
}

/** A frame whose last row, the decision, is still empty: the keys appear when they work. */
function withoutKeys({ rows }: Frame): Frame {
  return { rows: [...rows.slice(0, -1), []] };
}
