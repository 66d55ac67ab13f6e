import type { SessionEvent } from "../../terms/event.ts";
import type { StageResult } from "../../terms/verdict.ts";

/** A draft on its way. `text` is the reply so far; `stages` those that ended since it was whole. */
export interface DraftingState {
  readonly model: string;
  readonly host: string;
  readonly attempt: number;
  readonly text: string;
  readonly isWhole: boolean;
  /** How long it is on its way, as last told. */
  readonly elapsedMs: number;
  readonly stages: readonly StageResult[];
}

/** The state after an event; null where no draft is on its way, and after one was decided on or failed. */
export function draftingEvent(state: DraftingState | null, event: SessionEvent): DraftingState | null {
  switch (event.type) {
    case "drafting": {
      const { model, host, attempt } = event;
      return { model, host, attempt, text: "", isWhole: false, elapsedMs: 0, stages: [] };
    }
    case "delta":
      return state && { ...state, text: state.text + event.text };
    case "drafted":
      return state && { ...state, isWhole: true };
    case "stage":
      return state && { ...state, stages: withStage(state.stages, event.result) };
    case "decided":
      return event.question === "approve" ? null : state;
    case "started":
    case "finished":
    case "saved":
    case "failed":
      return null;
    default:
      return state;
  }
}

/** A stage that is run again takes the place of what it was. */
function withStage(stages: readonly StageResult[], result: StageResult): readonly StageResult[] {
  return [...stages.filter(({ stage }) => stage !== result.stage), result];
}
