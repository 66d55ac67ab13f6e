import type { Answer } from "../terms/event.ts";
import { line, span } from "./line.ts";
import type { Scene } from "./live-area.ts";

/** What is done after an answer and before the next question, where that takes a moment. */
export const WORKING: Partial<Record<Answer["kind"], string>> = {
  try: "running it on the sample …",
  example: "running it on the example …",
  explain: "running it on three records …",
  earlier: "looking at that draft …",
  later: "looking at that draft …",
};

/** One line that says what goes on, and takes no key but the one that stops it. */
export function waitingFor(what: string, interrupt: () => void): Scene {
  return {
    frame: () => ({ rows: [line(span(what, "dim"))] }),
    onKey({ name }) {
      if (name === "ctrl-c" || name === "escape") interrupt();
    },
  };
}
