import type { Answer, Question } from "../terms/event.ts";
import { approvalExtent, approvalFrame, approvalRecord } from "./approval/layout.ts";
import { approvalKey, startApproval } from "./approval/state.ts";
import { consentFrame, consentRecord } from "./consent/layout.ts";
import { consentKey, startConsent } from "./consent/state.ts";
import type { Frame, Size } from "./frame.ts";
import type { Key } from "./key.ts";
import type { Line } from "./line.ts";

/** A question being asked: its state, behind the things that are done with it. */
export interface Exchange {
  /** Take a key typed while the question was shown at this size. */
  key(key: Key, size: Size): void;
  frame(size: Size): Frame;
  /** Null until there is one. */
  answer(): Answer | null;
  /** What stays on the terminal when it is over. */
  record(columns: number): readonly Line[];
}

export function exchangeFor(question: Question): Exchange {
  if (question.kind === "consent") {
    return exchange(startConsent(question), { key: consentKey, frame: consentFrame, record: consentRecord });
  }
  return exchange(startApproval(question), {
    key: (state, key, size) => approvalKey(state, key, approvalExtent(question, size)),
    frame: approvalFrame,
    record: approvalRecord,
  });
}

function exchange<State extends { readonly answer: Answer | null }>(
  start: State,
  pure: {
    key(state: State, key: Key, size: Size): State;
    frame(state: State, size: Size): Frame;
    record(state: State, columns: number): readonly Line[];
  },
): Exchange {
  let state = start;
  return {
    key(key, size) {
      state = pure.key(state, key, size);
    },
    frame: (size) => pure.frame(state, size),
    answer: () => state.answer,
    record: (columns) => pure.record(state, columns),
  };
}
