import type { SessionEvent } from "../terms/event.ts";
import type { Highlight } from "../terms/highlight.ts";
import { headRows, type Judged, stagePieces } from "./approval/panel.ts";
import { recordedCode } from "./approval/record.ts";
import { type Line, line, span } from "./line.ts";
import { wrap } from "./wrap.ts";

/** A draft that was judged and not yet decided on. */
export type Undecided = Judged;

/** The state after an event. A new draft takes the place of the last one; the same code again keeps its verdict. */
export function undecidedEvent(state: Undecided | null, event: SessionEvent): Undecided | null {
  switch (event.type) {
    case "drafted":
      return state?.draft.code === event.draft.code
        ? { ...state, draft: event.draft }
        : { draft: event.draft, findings: [], stages: [] };
    case "finding":
      return state && { ...state, findings: [...state.findings, event.finding] };
    case "stage": {
      const others = state?.stages.filter(({ stage }) => stage !== event.result.stage) ?? [];
      return state && { ...state, stages: [...others, event.result] };
    }
    default:
      return state;
  }
}

/** What stays of a draft that was refused before anybody could be asked. */
export function undecidedRecord(
  state: Undecided,
  columns: number,
  highlight: Highlight | null = null,
): Line[] {
  const { draft, stages } = state;
  return [
    ...headRows(draft, columns),
    ...recordedCode(state, columns, highlight),
    ...wrap(line(span("checks    ", "dim"), ...stagePieces(stages, columns - 10)), { columns, hang: 10 }),
  ];
}
